<?php
/** What the administrator has set: some fields, and a whole configuration as JSON. */

namespace SupportFit;

defined( 'ABSPATH' ) || exit;

/** Fields that are a setting as they are, by its key in JSON. */
const SETTINGS = array( 'providerName', 'ctaUrl', 'ctaLabel', 'lang', 'theme', 'flow' );

/** Other fields. The models are separated by commas, and the page is its number. */
const OTHER_FIELDS = array( 'providerSells', 'privacyPage', 'email', 'accent', 'json' );

const MODELS = array( 'in-house', 'co-managed', 'outsourced' );

/** That no privacy page is linked. */
const NO_PAGE = '0';

/** In characters. The assessment reads no more. */
const LONGEST_JSON = 100000;

const DEEPEST_JSON = 16;

/** The stored option, with every entry a string. */
function stored(): array {
	$stored  = get_option( OPTION );
	$strings = array();
	foreach ( array_merge( SETTINGS, OTHER_FIELDS ) as $name ) {
		$value            = is_array( $stored ) ? $stored[ $name ] ?? '' : '';
		$strings[ $name ] = is_string( $value ) ? $value : '';
	}
	return $strings;
}

/** The number of the privacy page. Unless one is chosen, it is that of Settings → Privacy. */
function privacy_page(): string {
	$chosen = stored()['privacyPage'];
	return '' === $chosen ? default_privacy_page() : $chosen;
}

function default_privacy_page(): string {
	$page = (int) get_option( 'wp_page_for_privacy_policy' );
	return 0 !== $page && 'publish' === get_post_status( $page ) ? (string) $page : NO_PAGE;
}

/**
 * The configuration in a JSON text.
 *
 * @return \stdClass|null Null if it is not a JSON object, or too large or too deep.
 */
function decoded( string $json ): ?\stdClass {
	if ( mb_strlen( $json, 'UTF-8' ) > LONGEST_JSON ) {
		return null;
	}
	$value = json_decode( $json, false, DEEPEST_JSON );
	return $value instanceof \stdClass ? $value : null;
}

/**
 * Checks what can be checked without the assessment. It checks everything again when it starts, and lists in the browser's
 * console what it refuses.
 *
 * @return string[]
 */
function problems_of_configuration( \stdClass $configuration ): array {
	static $schema;
	$schema = $schema ?? json_decode( file_get_contents( dirname( __DIR__ ) . '/support-fit.schema.json' ), true );
	return problems( $configuration, $schema );
}

/** The configuration as one object. A field comes before the same setting in the JSON, but `contact` before the address. */
function configuration(): \stdClass {
	$stored        = stored();
	$configuration = decoded( $stored['json'] ) ?? new \stdClass();
	foreach ( SETTINGS as $key ) {
		if ( '' !== $stored[ $key ] ) {
			$configuration->$key = $stored[ $key ];
		}
	}
	$models = array_intersect( MODELS, explode( ',', $stored['providerSells'] ) );
	if ( $models ) {
		$configuration->providerSells = array_values( $models );
	}
	if ( '' !== $stored['email'] && ! isset( $configuration->contact ) ) {
		$configuration->contact = (object) contact_by_email( $stored['email'] );
	}
	// Only the form shows it, and without a setting that needs JSON, the loader can draw the first question.
	$privacy = isset( $configuration->contact ) ? privacy_url( (int) privacy_page() ) : '';
	if ( '' !== $privacy ) {
		$configuration->privacyUrl = $privacy;
	}
	unset( $configuration->{'$schema'}, $configuration->version );
	return $configuration;
}

function contact_by_email( string $address ): array {
	return array(
		'receiver' => 'mailto',
		'email'    => $address,
		'answers'  => true,
	);
}

/** The address of a published page. Empty if there is none with https. */
function privacy_url( int $page ): string {
	$address = 0 !== $page && 'publish' === get_post_status( $page ) ? (string) get_permalink( $page ) : '';
	return is_https( $address ) ? $address : '';
}

function is_https( string $address ): bool {
	return 'https' === wp_parse_url( $address, PHP_URL_SCHEME );
}

/** Whether a text is a color that can be printed into a style sheet. */
function is_color( string $text ): bool {
	return 1 === preg_match( '/\A#(?:[0-9a-f]{3}|[0-9a-f]{6})\z/i', $text );
}

/**
 * Splits a configuration into attributes and the rest. Without a rest the element needs no JSON, and its loader can draw the
 * first question at once.
 *
 * @return array{0: array<string, string>, 1: \stdClass}
 */
function attributes_and_rest( \stdClass $configuration ): array {
	$attributes = array();
	foreach ( build()['attributes'] as $key => $name ) {
		if ( is_string( $configuration->$key ?? null ) ) {
			$attributes[ $name ] = $configuration->$key;
		}
		unset( $configuration->$key );
	}
	return array( $attributes, $configuration );
}
