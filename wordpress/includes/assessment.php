<?php
/**
 * The element in a page, for the block and the shortcode. Both are rendered when a page is shown, so authors need no right to
 * write HTML. They can only choose harmless settings: where visitors are led and who receives messages is the administrator's
 * decision.
 */

namespace SupportFit;

defined( 'ABSPATH' ) || exit;

/** The schemes of an address to which a visitor may be led. */
const SCHEMES = array( 'https', 'mailto', 'tel' );

add_action( 'init', __NAMESPACE__ . '\\register_shortcode' );

function register_shortcode(): void {
	add_shortcode( SHORTCODE, __NAMESPACE__ . '\\shortcode' );
}

/** @param array|string $attributes A string if there are none. */
function shortcode( $attributes ): string {
	$attributes = array_map( __NAMESPACE__ . '\\without_quotes', (array) $attributes );
	return '<div>' . assessment( $attributes ) . note( $attributes ) . '</div>';
}

function block( array $attributes ): string {
	// WordPress adds others of its own, such as `align`.
	$own = array_intersect_key( $attributes, build()['choices'] + array( 'lang' => '' ) );
	return '<div ' . get_block_wrapper_attributes() . '>' . assessment( $own ) . note( $own ) . '</div>';
}

/**
 * A value of a shortcode without the curly quotes or entities that editors make of plain quotes.
 *
 * @param mixed $value Other code can pass anything.
 */
function without_quotes( $value ): string {
	if ( ! is_string( $value ) ) {
		return '';
	}
	$value = html_entity_decode( $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	return preg_replace( '/^[\s"\'\p{Pi}\p{Pf}„‚″′]+|[\s"\'\p{Pi}\p{Pf}„‚″′]+$/u', '', $value ) ?? '';
}

/** The settings that a block or a shortcode may change for its page, without those that are not valid. */
function chosen( array $attributes ): array {
	$chosen = array();
	foreach ( build()['choices'] as $name => $words ) {
		if ( in_array( $attributes[ $name ] ?? null, $words, true ) ) {
			$chosen[ $name ] = $attributes[ $name ];
		}
	}
	$lang = $attributes['lang'] ?? null;
	// WordPress writes languages as de_DE.
	$lang = is_string( $lang ) ? str_replace( '_', '-', $lang ) : '';
	if ( '' !== $lang && ! problems_of_configuration( (object) array( 'lang' => $lang ) ) ) {
		$chosen['lang'] = $lang;
	}
	return $chosen;
}

/** Tells people who can edit the post what of a block or shortcode is ignored. Visitors do not see it. */
function note( array $attributes ): string {
	$ignored = array();
	foreach ( array_diff_key( array_filter( $attributes, 'is_string' ), chosen( $attributes ) ) as $name => $value ) {
		if ( '' !== $value ) {
			$ignored[] = is_int( $name ) ? $value : "$name=$value";
		}
	}
	$post = get_the_ID();
	$may  = $post ? current_user_can( 'edit_post', $post ) : current_user_can( 'edit_theme_options' );
	if ( ! $ignored || ! $may || is_feed() ) {
		return '';
	}
	$known = array();
	foreach ( build()['choices'] as $name => $words ) {
		$known[] = "$name=" . implode( '|', $words );
	}
	/* translators: 1: what was written, 2: what can be written */
	$text = __( 'SupportFit ignores %1$s. It knows %2$s, and lang with a language tag such as en. Only people who can edit this see this note.', 'support-fit' );
	return '<p role="note">' . escaped( sprintf( $text, implode( ', ', $ignored ), implode( ', ', $known ) ) ) . '</p>';
}

/** The HTML of one assessment. */
function assessment( array $own ): string {
	list( $attributes, $rest ) = attributes_and_rest( configuration() );

	$attributes = array_merge( $attributes, chosen( $own ) );
	$address    = esc_url( $attributes['cta-url'] ?? '', SCHEMES );
	$label      = escaped( $attributes['cta-label'] ?? __( 'Contact us', 'support-fit' ) );
	if ( is_feed() ) {
		return '<a href="' . esc_url( get_permalink() ) . '">' . esc_html__( 'Open the assessment', 'support-fit' ) . '</a>';
	}
	enqueue();
	$data = '';
	if ( get_object_vars( $rest ) ) {
		// No author can know the id, so no other script can take its place.
		$id                   = 'support-fit-settings-' . bin2hex( random_bytes( 8 ) );
		$data                 = '<script type="application/json" id="' . $id . '">' . json( $rest ) . '</script>';
		$attributes['config'] = "#$id";
	}
	$html = '';
	foreach ( $attributes as $name => $value ) {
		$value = 'cta-url' === $name ? str_replace( '[', '%5B', $address ) : escaped( $value );
		$html .= '' === $value ? '' : " $name=\"$value\"";
	}
	$instead = esc_html__( 'The assessment needs JavaScript.', 'support-fit' );
	if ( '' !== $address ) {
		$instead .= ' <a href="' . str_replace( '[', '%5B', $address ) . '">' . $label . '</a>';
	}
	return "$data<support-fit$html>$instead</support-fit>";
}

/** A text as HTML. WordPress looks for shortcodes in what a block returns, so there is no opening bracket. */
function escaped( string $text ): string {
	return str_replace( '[', '&#91;', esc_attr( $text ) );
}

/** A value as JSON for a script element, in strings without an opening bracket. */
function json( \stdClass $value ): string {
	$json = wp_json_encode( $value, JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_HEX_QUOT );
	return preg_replace_callback(
		'/"[^"]*"/',
		function ( $found ) {
			return str_replace( '[', '\u005b', $found[0] );
		},
		(string) $json
	);
}
