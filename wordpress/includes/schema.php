<?php
/**
 * Checks settings against `support-fit.schema.json`, which the build writes from the table of settings. Only the keywords of
 * JSON Schema that this file uses are supported.
 */

namespace SupportFit;

defined( 'ABSPATH' ) || exit;

/** The types of JSON, for people who write it. Null, which is the same as no entry, is left out. */
const TYPES = array(
	'string'  => 'text in quotation marks',
	'number'  => 'a number',
	'boolean' => 'true or false, without quotation marks',
	'array'   => 'a list in brackets [ ]',
	'object'  => 'an object in braces { }',
);

/**
 * What is wrong with a value, as decoded by `json_decode` with objects. Each problem begins with its place, unless that is the
 * whole value.
 *
 * @param mixed $value
 * @return string[]
 */
function problems( $value, array $schema, string $path = '' ): array {
	$type = type_of( $value );
	if ( isset( $schema['type'] ) && ! in_array( $type, (array) $schema['type'], true ) ) {
		$types = array_intersect_key( TYPES, array_flip( (array) $schema['type'] ) );
		return array( problem( $path, 'expected ' . implode( ' or ', $types ) ) );
	}
	$problems = array_merge(
		problems_of_choice( $value, $schema, $path ),
		problems_of_combination( $value, $schema, $path )
	);
	switch ( $type ) {
		case 'string':
			return array_merge( $problems, problems_of_string( $value, $schema, $path ) );
		case 'number':
			if ( $value < ( $schema['minimum'] ?? $value ) || $value > ( $schema['maximum'] ?? $value ) ) {
				$problems[] = problem( $path, "expected a number from {$schema['minimum']} to {$schema['maximum']}" );
			}
			return $problems;
		case 'array':
			return array_merge( $problems, problems_of_list( $value, $schema, $path ) );
		case 'object':
			return array_merge( $problems, problems_of_object( $value, $schema, $path ) );
		default:
			return $problems;
	}
}

/** A problem at a place in a document. */
function problem( string $place, string $text ): string {
	return '' === $place ? $text : "“{$place}”: $text";
}

/** The place of an entry. Lists count from 1. */
function place( string $within, string $name ): string {
	return '' === $within ? $name : "$within › $name";
}

/** A problem without its place. */
function without_place( string $problem ): string {
	return (string) preg_replace( '/^“[^”]*”: /u', '', $problem );
}

/** Values in words. Null, which is the same as no entry, is left out. */
function listed( array $values ): string {
	$words = array();
	foreach ( array_filter( $values, 'is_scalar' ) as $value ) {
		$words[] = is_string( $value ) ? "“{$value}”" : (string) json_encode( $value );
	}
	$last = array_pop( $words );
	return $words ? implode( ', ', $words ) . " or $last" : (string) $last;
}

/** The known name that was probably meant. Empty if none is like it. */
function nearest( string $found, array $known ): string {
	$nearest  = '';
	$distance = 4;
	foreach ( strlen( $found ) > 64 ? array() : array_filter( $known, 'is_string' ) as $name ) {
		$changes = levenshtein( strtolower( $found ), strtolower( $name ) );
		// Of a short name, most has to be right.
		if ( $changes < $distance && 2 * $changes < strlen( $name ) ) {
			$nearest  = $name;
			$distance = $changes;
		}
	}
	return $nearest;
}

function type_of( $value ): string {
	$types = array(
		'NULL'    => 'null',
		'boolean' => 'boolean',
		'integer' => 'number',
		'double'  => 'number',
		'string'  => 'string',
		'array'   => 'array',
	);
	return $types[ gettype( $value ) ] ?? 'object';
}

/** JSON has one kind of numbers. */
function is_same( $one, $other ): bool {
	return is_numeric( $one ) && type_of( $one ) === type_of( $other ) ? $one == $other : $one === $other;
}

function is_among( $value, array $values ): bool {
	foreach ( $values as $known ) {
		if ( is_same( $value, $known ) ) {
			return true;
		}
	}
	return false;
}

function problems_of_choice( $value, array $schema, string $path ): array {
	$allowed = $schema['enum'] ?? null;
	if ( array_key_exists( 'const', $schema ) ) {
		$allowed = array( $schema['const'] );
	} elseif ( isset( $schema['oneOf'] ) ) {
		$allowed = array_column( $schema['oneOf'], 'const' );
	}
	if ( null === $allowed || is_among( $value, $allowed ) ) {
		return array();
	}
	$text    = 'expected ' . listed( $allowed );
	$nearest = is_string( $value ) ? nearest( $value, $allowed ) : '';
	return array( problem( $path, '' === $nearest ? $text : "$text. Did you mean “{$nearest}”?" ) );
}

function problems_of_combination( $value, array $schema, string $path ): array {
	$problems = array();
	foreach ( $schema['allOf'] ?? array() as $part ) {
		$problems = array_merge( $problems, problems( $value, $part, $path ) );
	}
	if ( isset( $schema['not'] ) && ! problems( $value, $schema['not'], $path ) ) {
		$problems[] = problem( $path, 'this value is not allowed' );
	}
	if ( isset( $schema['if'] ) && ! problems( $value, $schema['if'], $path ) ) {
		$problems = array_merge( $problems, problems( $value, $schema['then'], $path ) );
	}
	$ways = array();
	foreach ( $schema['anyOf'] ?? array() as $part ) {
		$ways[] = problems( $value, $part, $path );
	}
	if ( $ways && ! in_array( array(), $ways, true ) ) {
		$problems = array_merge( $problems, end( $ways ) );
	}
	return $problems;
}

function problems_of_string( string $value, array $schema, string $path ): array {
	$problems = array();
	if ( isset( $schema['maxLength'] ) && mb_strlen( $value, 'UTF-8' ) > $schema['maxLength'] ) {
		$problems[] = problem( $path, "expected at most {$schema['maxLength']} characters" );
	}
	if ( isset( $schema['pattern'] ) ) {
		// As in JavaScript: `\s` is any space of Unicode, and `$` does not match before a line break.
		$pattern = '~(*UCP)' . str_replace( '~', '\~', $schema['pattern'] ) . '~uD';
		if ( 1 !== preg_match( $pattern, $value ) ) {
			$expected   = $schema['patternErrorMessage'] ?? 'another text';
			$problems[] = problem( $path, lcfirst( rtrim( $expected, '.' ) ) );
		}
	}
	return $problems;
}

function problems_of_list( array $value, array $schema, string $path ): array {
	$problems = array();
	$count    = count( $value );
	if ( $count < ( $schema['minItems'] ?? 0 ) || $count > ( $schema['maxItems'] ?? $count ) ) {
		$problems[] = problem( $path, "expected {$schema['minItems']} to {$schema['maxItems']} entries" );
	}
	if ( ! empty( $schema['uniqueItems'] ) && count( array_unique( array_map( 'json_encode', $value ) ) ) < $count ) {
		$problems[] = problem( $path, 'an entry is repeated' );
	}
	if ( isset( $schema['contains'] ) ) {
		$is_match = function ( $entry ) use ( $schema, $path ) {
			return ! problems( $entry, $schema['contains'], $path );
		};
		if ( ! array_filter( $value, $is_match ) ) {
			$expected   = $schema['contains']['enum'] ?? array( $schema['contains']['const'] );
			$problems[] = problem( $path, 'expected an entry ' . listed( $expected ) );
		}
	}
	foreach ( isset( $schema['items'] ) ? $value : array() as $n => $entry ) {
		$problems = array_merge( $problems, problems( $entry, $schema['items'], place( $path, (string) ( $n + 1 ) ) ) );
	}
	return $problems;
}

function problems_of_object( object $value, array $schema, string $path ): array {
	$problems = array();
	$entries  = get_object_vars( $value );
	$others   = $schema['additionalProperties'] ?? true;
	foreach ( $schema['required'] ?? array() as $name ) {
		if ( ! array_key_exists( $name, $entries ) ) {
			$problems[] = problem( $path, "expected an entry “{$name}”" );
		}
	}
	if ( count( $entries ) > ( $schema['maxProperties'] ?? INF ) ) {
		$problems[] = problem( $path, "expected at most {$schema['maxProperties']} entries" );
	}
	foreach ( $entries as $name => $entry ) {
		$name   = (string) $name;
		$place  = place( $path, $name );
		$within = $schema['properties'][ $name ] ?? $others;
		if ( false === $within ) {
			$text       = 'there is no setting with this name';
			$nearest    = nearest( $name, array_keys( $schema['properties'] ?? array() ) );
			$problems[] = problem( $place, '' === $nearest ? $text : "$text. Did you mean “{$nearest}”?" );
		} elseif ( is_array( $within ) ) {
			$problems = array_merge( $problems, problems( $entry, $within, $place ) );
		}
		if ( isset( $schema['propertyNames'] ) ) {
			$problems = array_merge( $problems, problems( $name, $schema['propertyNames'], $place ) );
		}
	}
	return $problems;
}
