<?php
/**
 * The script and the style of the element, only on pages that have one. The loader has the version in its name, and browsers
 * refuse it if its content is not that of the build.
 */

namespace SupportFit;

defined( 'ABSPATH' ) || exit;

/** The handle of the script before WordPress 6.5. */
const SCRIPT = 'support-fit-loader';

/** The handle of the style, and of the script module since WordPress 6.5. */
const HANDLE = 'support-fit';

add_action( 'init', __NAMESPACE__ . '\\register_style' );
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\\enqueue_early' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\tag', 10, 2 );
add_filter( 'wp_script_attributes', __NAMESPACE__ . '\\attributes_of_module' );

function register_style(): void {
	wp_register_style( HANDLE, url( 'style.css' ), array(), build()['version'] );
	if ( '' !== accent() ) {
		// A rule rather than an attribute of the element: a policy can allow it by a hash or a nonce, the editor's preview gets it
		// too, and it arrives with the style sheet that reserves the height.
		wp_add_inline_style( HANDLE, 'support-fit{--support-fit-accent:' . accent() . '}' );
	}
}

/** The color to print. The option can also be set where no one checks it. */
function accent(): string {
	$accent = stored()['accent'];
	return is_color( $accent ) ? $accent : '';
}

/** Puts the style of a single post into the head. For other places, WordPress adds it when the element is rendered. */
function enqueue_early(): void {
	$post = is_singular() ? get_post() : null;
	if ( ! $post || post_password_required( $post ) ) {
		return;
	}
	if ( has_block( BLOCK, $post ) || has_shortcode( $post->post_content, SHORTCODE ) ) {
		enqueue();
	}
}

function enqueue(): void {
	wp_enqueue_style( HANDLE );
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( HANDLE, loader_url(), array(), null );
	} else {
		wp_enqueue_script( SCRIPT, loader_url(), array(), null, true );
	}
}

function loader_url(): string {
	return url( 'widget/' . build()['loader'] );
}

/** The attributes of the script tag. The last two keep optimizers from combining or delaying it. */
function loader_attributes(): array {
	return array(
		'type'             => 'module',
		'integrity'        => build()['integrity'],
		'crossorigin'      => 'anonymous',
		'data-cfasync'     => 'false',
		'data-no-optimize' => '1',
	);
}

/** The script tag before WordPress 6.5. */
function tag( string $tag, string $handle ): string {
	if ( SCRIPT !== $handle ) {
		return $tag;
	}
	$html = '';
	// Rocket Loader reads its attribute only before `src`.
	foreach ( loader_attributes() + array( 'src' => loader_url() ) as $name => $value ) {
		$html .= ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	return "<script$html></script>\n";
}

/** The attributes of the script tag since WordPress 6.5. */
function attributes_of_module( array $attributes ): array {
	$is_ours = HANDLE . '-js-module' === ( $attributes['id'] ?? '' );
	return $is_ours ? loader_attributes() + $attributes : $attributes;
}
