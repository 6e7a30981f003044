<?php
/**
 * Checks settings against `support-fit.schema.json`, which the build writes from the table of settings. Only the keywords of
 * JSON Schema that this file uses are supported.
 */

namespace SupportFit;

defined( 'ABSPATH' ) || exit;

/**
 * What is wrong with a value, as decoded by `json_decode` with objects. Each problem begins with its place.
 *
 * @param mixed $value
 * @return string[]
 */
function problems( $value, array $schema, string $path = '$' ): array {
	$type = type_of( $value );
	if ( isset( $schema['type'] ) && ! in_array( $type, (array) $schema['type'], true ) ) {
		return array( "$path: expected " . implode( ' or ', (array) $schema['type'] ) );
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
				$problems[] = "$path: expected a number from {$schema['minimum']} to {$schema['maximum']}";
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
	return array( "$path: expected one of " . implode( ', ', array_map( 'json_encode', $allowed ) ) );
}

function problems_of_combination( $value, array $schema, string $path ): array {
	$problems = array();
	foreach ( $schema['allOf'] ?? array() as $part ) {
		$problems = array_merge( $problems, problems( $value, $part, $path ) );
	}
	if ( isset( $schema['not'] ) && ! problems( $value, $schema['not'], $path ) ) {
		$problems[] = "$path: this value is not allowed";
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
		$problems[] = "$path: expected at most {$schema['maxLength']} characters";
	}
	if ( isset( $schema['pattern'] ) ) {
		// As in JavaScript: `\s` is any space of Unicode, and `$` does not match before a line break.
		$pattern = '~(*UCP)' . str_replace( '~', '\~', $schema['pattern'] ) . '~uD';
		if ( 1 !== preg_match( $pattern, $value ) ) {
			$expected   = $schema['patternErrorMessage'] ?? 'another text';
			$problems[] = "$path: " . lcfirst( rtrim( $expected, '.' ) );
		}
	}
	return $problems;
}

function problems_of_list( array $value, array $schema, string $path ): array {
	$problems = array();
	$count    = count( $value );
	if ( $count < ( $schema['minItems'] ?? 0 ) || $count > ( $schema['maxItems'] ?? $count ) ) {
		$problems[] = "$path: expected {$schema['minItems']} to {$schema['maxItems']} entries";
	}
	if ( ! empty( $schema['uniqueItems'] ) && count( array_unique( array_map( 'json_encode', $value ) ) ) < $count ) {
		$problems[] = "$path: an entry is repeated";
	}
	if ( isset( $schema['contains'] ) ) {
		$is_match = function ( $entry ) use ( $schema, $path ) {
			return ! problems( $entry, $schema['contains'], $path );
		};
		if ( ! array_filter( $value, $is_match ) ) {
			$expected   = $schema['contains']['enum'] ?? array( $schema['contains']['const'] );
			$problems[] = "$path: expected an entry " . implode( ' or ', array_map( 'json_encode', $expected ) );
		}
	}
	foreach ( isset( $schema['items'] ) ? $value : array() as $n => $entry ) {
		$problems = array_merge( $problems, problems( $entry, $schema['items'], "{$path}[$n]" ) );
	}
	return $problems;
}

function problems_of_object( object $value, array $schema, string $path ): array {
	$problems = array();
	$entries  = get_object_vars( $value );
	$others   = $schema['additionalProperties'] ?? true;
	foreach ( $schema['required'] ?? array() as $name ) {
		if ( ! array_key_exists( $name, $entries ) ) {
			$problems[] = "$path: expected an entry `$name`";
		}
	}
	if ( count( $entries ) > ( $schema['maxProperties'] ?? INF ) ) {
		$problems[] = "$path: expected at most {$schema['maxProperties']} entries";
	}
	foreach ( $entries as $name => $entry ) {
		$name   = (string) $name;
		$place  = "$path.$name";
		$within = $schema['properties'][ $name ] ?? $others;
		if ( false === $within ) {
			$problems[] = "$place: there is no setting with this name";
		} elseif ( is_array( $within ) ) {
			$problems = array_merge( $problems, problems( $entry, $within, $place ) );
		}
		if ( isset( $schema['propertyNames'] ) ) {
			$problems = array_merge( $problems, problems( $name, $schema['propertyNames'], $place ) );
		}
	}
	return $problems;
}
