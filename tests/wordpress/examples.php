<?php
/**
 * Prints as JSON what the plugin says of each of our examples of configurations. Arguments: the folder of the unpacked plugin
 * and the file of examples.
 */

define( 'ABSPATH', '/' );

/** WordPress has a replacement where PHP lacks this function. */
if ( ! function_exists( 'mb_strlen' ) ) {
	function mb_strlen( string $text ): int {
		return preg_match_all( '/./us', $text );
	}
}

require $argv[1] . '/includes/schema.php';
require $argv[1] . '/includes/configuration.php';

$examples = json_decode( file_get_contents( $argv[2] ) );
$found    = array();
foreach ( $examples as $kind => $list ) {
	foreach ( $list as $example ) {
		list( $name, $document ) = 'accepted' === $kind ? array( '', $example ) : $example;
		$decoded                 = SupportFit\decoded( json_encode( $document ) );
		$problems                = $decoded ? SupportFit\problems_of_configuration( $decoded ) : array( 'not an object' );
		$found[ $kind ][]        = array( $name, json_encode( $document ), $problems );
	}
}
echo json_encode( $found );
