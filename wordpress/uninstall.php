<?php
/** Removes what the plugin stored: one option and one transient, on each site of a network. It makes no files and no tables. */

defined( 'ABSPATH' ) || exit;
defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

function support_fit_delete(): void {
	delete_option( 'support_fit' );
	delete_transient( 'support_fit_refused' );
}

if ( is_multisite() ) {
	$support_fit_sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $support_fit_sites as $support_fit_site ) {
		switch_to_blog( $support_fit_site );
		support_fit_delete();
		restore_current_blog();
	}
} else {
	support_fit_delete();
}
