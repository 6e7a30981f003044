<?php
/** Removes what the plugin stored: one option, on each site of a network. It makes no files, tables or transients. */

defined( 'ABSPATH' ) || exit;
defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( is_multisite() ) {
	$support_fit_sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $support_fit_sites as $support_fit_site ) {
		switch_to_blog( $support_fit_site );
		delete_option( 'support_fit' );
		restore_current_blog();
	}
} else {
	delete_option( 'support_fit' );
}
