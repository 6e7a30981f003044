<?php
/**
 * Makes the site a network, of which `admin` is the administrator, and adds `owner`, an administrator of the site only. The
 * constants of a network are still missing. Arguments: the folder of the site, its host, and the password.
 */

list( , $folder, $host, $password ) = $argv;

require $folder . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/network.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

foreach ( $wpdb->tables( 'ms_global' ) as $name => $table ) {
	$wpdb->$name = $table;
}
install_network();
$owner = array(
	'user_login' => 'owner',
	'user_pass'  => $password,
	'user_email' => 'owner@marlow.example',
	'role'       => 'administrator',
);
foreach ( array( populate_network( 1, $host, 'admin@marlow.example', 'Marlow', '/', false ), wp_insert_user( $owner ) ) as $result ) {
	if ( is_wp_error( $result ) ) {
		exit( 1 );
	}
}
