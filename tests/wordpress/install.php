<?php
/**
 * Installs WordPress without its web page: an administrator and an author. Arguments: the folder of the site, its
 * address, and the password of both.
 */

list( , $folder, $address, $password ) = $argv;

define( 'WP_INSTALLING', true );
define( 'WP_SITEURL', $address );
$_SERVER['HTTP_HOST'] = (string) preg_replace( '~^http://~', '', $address );

/** WordPress would send an email. */
function wp_new_blog_notification(): void {}

require $folder . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install( 'Marlow', 'admin', 'admin@marlow.example', true, '', $password );
$author = array(
	'user_login' => 'author',
	'user_pass'  => $password,
	'user_email' => 'author@marlow.example',
	'role'       => 'author',
);
if ( is_wp_error( wp_insert_user( $author ) ) ) {
	exit( 1 );
}
