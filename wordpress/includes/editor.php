<?php
/** The block, and what its preview in the editor needs. */

namespace SupportFit;

defined( 'ABSPATH' ) || exit;

const EDITOR_SCRIPT = 'support-fit-editor';

/** What the preview leaves out: it sends no message, and reports nothing to analytics. It has a key of its own. */
const NOT_IN_PREVIEWS = array( 'contact', 'questions', 'dataLayer', 'events', 'storageKey' );

add_action( 'init', __NAMESPACE__ . '\\register_block' );
add_action( 'rest_api_init', __NAMESPACE__ . '\\register_route' );

function register_block(): void {
	$needs = array( 'wp-api-fetch', 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n' );
	wp_register_script( EDITOR_SCRIPT, url( 'editor.js' ), $needs, build()['version'], true );
	register_block_type( dirname( __DIR__ ), array( 'render_callback' => __NAMESPACE__ . '\\block' ) );
}

function register_route(): void {
	register_rest_route(
		'support-fit/v1',
		'/preview',
		array(
			'methods'             => 'GET',
			'callback'            => __NAMESPACE__ . '\\preview',
			'permission_callback' => function () {
				return current_user_can( 'edit_posts' );
			},
		)
	);
}

function preview(): \WP_REST_Response {
	$configuration = configuration();
	foreach ( NOT_IN_PREVIEWS as $key ) {
		unset( $configuration->$key );
	}
	return new \WP_REST_Response(
		array(
			'loader'        => loader_url(),
			'integrity'     => build()['integrity'],
			'configuration' => $configuration,
			'settings'      => current_user_can( capability() ) ? page_url() : '',
		)
	);
}
