<?php
/**
 * Plugin Name:       SupportFit
 * Description:       An assessment that helps visitors to choose between in-house, co-managed and fully outsourced IT support. Their answers stay on their device.
 * Version:           {version}
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The SupportFit authors
 * License:           MIT OR Apache-2.0
 * Text Domain:       support-fit
 * Update URI:        false
 *
 * Without an address for updates, no plugin of the same name in the directory of WordPress can replace this one.
 *
 * The assessment itself is in `widget`, as the release build made it. This code only puts it on pages.
 */

namespace SupportFit;

defined( 'ABSPATH' ) || exit;

/** The one option that this plugin stores. */
const OPTION = 'support_fit';

const BLOCK = 'support-fit/assessment';

const SHORTCODE = 'support-fit';

require __DIR__ . '/includes/schema.php';
require __DIR__ . '/includes/configuration.php';
require __DIR__ . '/includes/assessment.php';
require __DIR__ . '/includes/loader.php';
require __DIR__ . '/includes/editor.php';
require __DIR__ . '/includes/fields.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/privacy.php';

/** The address of a file of this plugin. */
function url( string $path ): string {
	return plugins_url( $path, __FILE__ );
}

/** What the build says about the files in `widget`. */
function build(): array {
	static $build;
	$build = $build ?? json_decode( file_get_contents( __DIR__ . '/build.json' ), true );
	return $build;
}
