<?php
/** What the administrator has set: some fields, and a whole configuration as JSON. */

namespace SupportFit;

defined( 'ABSPATH' ) || exit;

/** Settings that have a field of their own, by their key in JSON. */
const FIELDS = array( 'providerName', 'ctaUrl', 'ctaLabel', 'lang', 'theme', 'flow' );

/** In characters. The assessment reads no more. */
const LONGEST_JSON = 100000;

const DEEPEST_JSON = 16;

/** The stored option, with every entry a string. */
function stored(): array {
	$stored  = get_option( OPTION );
	$strings = array();
	foreach ( array_merge( FIELDS, array( 'json' ) ) as $name ) {
		$value            = is_array( $stored ) ? $stored[ $name ] ?? '' : '';
		$strings[ $name ] = is_string( $value ) ? $value : '';
	}
	return $strings;
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

/** The configuration as one object. A field comes before the same setting in the JSON. */
function configuration(): \stdClass {
	$stored        = stored();
	$configuration = decoded( $stored['json'] ) ?? new \stdClass();
	foreach ( FIELDS as $key ) {
		if ( '' !== $stored[ $key ] ) {
			$configuration->$key = $stored[ $key ];
		}
	}
	unset( $configuration->{'$schema'}, $configuration->version );
	return $configuration;
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
