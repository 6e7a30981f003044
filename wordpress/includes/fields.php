<?php
/** The fields of the settings page. */

namespace SupportFit;

defined( 'ABSPATH' ) || exit;

function labels(): array {
	return array(
		'providerName'  => __( 'Your name', 'support-fit' ),
		'providerSells' => __( 'You sell', 'support-fit' ),
		'privacyPage'   => __( 'Privacy page', 'support-fit' ),
		'ctaUrl'        => __( 'Where the call to action leads', 'support-fit' ),
		'ctaLabel'      => __( 'Label of the call to action', 'support-fit' ),
		'email'         => __( 'Messages by email to', 'support-fit' ),
		'accent'        => __( 'Accent color', 'support-fit' ),
		'lang'          => __( 'Language', 'support-fit' ),
		'theme'         => __( 'Color theme', 'support-fit' ),
		'flow'          => __( 'Questions', 'support-fit' ),
		'json'          => __( 'Configuration as JSON', 'support-fit' ),
	);
}

function descriptions(): array {
	$privacy = __( 'Linked where visitors write to you.', 'support-fit' );
	if ( ! is_https( home_url() ) ) {
		$privacy .= ' ' . __( 'Only https addresses can be linked. This site uses http, so the link is left out.', 'support-fit' );
	}
	return array(
		'providerName'  => __( 'Shown as the one who offers the assessment.', 'support-fit' ),
		'providerSells' => __( 'Visitors read it with the result, so that they know your interest.', 'support-fit' ),
		'privacyPage'   => $privacy,
		'ctaUrl'        => __( 'An address that begins with https:, mailto: or tel:. If your name and what you sell are set, and a result calls for something else, the button becomes the link “Ask … for a second opinion”.', 'support-fit' ),
		'ctaLabel'      => __( 'If it is empty, “Talk it through with” and your name. Visitors find the button at the end of the result.', 'support-fit' ),
		'email'         => __( 'Under the result, visitors can write to this address with their own email program, and add the result and their answers. HubSpot and other services are set in the JSON below; Help, at the top of this page, has an example.', 'support-fit' ),
		'accent'        => __( 'For buttons, links and chosen answers, such as #0b6b57. It is made darker or lighter where it would be hard to read.', 'support-fit' ),
		'json'          => __( 'All other settings. A field above comes before the same setting here; only for messages, “contact” here comes before the address above. Help, at the top of this page, has examples.', 'support-fit' ),
	);
}

/** What can be chosen from a list, by the name of the field. Nothing chosen is an empty text. */
function choices( string $name ): array {
	switch ( $name ) {
		case 'privacyPage':
			$default = default_privacy_page();
			$title   = NO_PAGE === $default ? __( 'none yet', 'support-fit' ) : get_the_title( (int) $default );
			$choices = array(
				/* translators: %s: the title of a page */
				''      => sprintf( __( 'Default: as under Settings → Privacy (%s)', 'support-fit' ), $title ),
				NO_PAGE => __( 'None', 'support-fit' ),
			);
			$pages = get_pages();
			foreach ( $pages ? $pages : array() as $page ) {
				$choices[ $page->ID ] = '' === $page->post_title ? "#$page->ID" : $page->post_title;
			}
			return $choices;
		case 'lang':
			// `settings.js` replaces the tags by names.
			$choices = array_combine( build()['languages'], build()['languages'] );
			return array( '' => __( 'Default: as the page', 'support-fit' ) ) + $choices;
		case 'theme':
			return array(
				''      => __( 'Default', 'support-fit' ),
				'auto'  => __( 'As the page', 'support-fit' ),
				'light' => __( 'Light', 'support-fit' ),
				'dark'  => __( 'Dark', 'support-fit' ),
			);
		case 'flow':
			return array(
				''      => __( 'Default', 'support-fit' ),
				'auto'  => __( 'Seven questions, then an offer to answer the rest', 'support-fit' ),
				'quick' => __( 'Only the seven', 'support-fit' ),
				'full'  => __( 'All questions', 'support-fit' ),
			);
		default:
			return array();
	}
}

function models(): array {
	return array(
		'in-house'   => __( 'In-house IT', 'support-fit' ),
		'co-managed' => __( 'Co-managed IT', 'support-fit' ),
		'outsourced' => __( 'Fully outsourced IT', 'support-fit' ),
	);
}

function id( string $name ): string {
	return 'support-fit-' . strtolower( $name );
}

/** @param array{name: string} $field */
function show_field( array $field ): void {
	$name    = $field['name'];
	$id      = id( $name );
	$refused = refused()[ $name ] ?? null;
	$value   = $refused ?? stored()[ $name ];
	$explain = array();
	if ( null !== $refused ) {
		$explain[] = "$id-problems";
		show_problems( "$id-problems", problems_of_field( $name, $refused ) );
	}
	$notes = array_filter( array( descriptions()[ $name ] ?? '', note_of_json( $name ) ) );
	if ( $notes ) {
		$explain[] = "$id-description";
	}
	$attributes = 'aria-describedby="' . esc_attr( implode( ' ', $explain ) ) . '"' . ( null === $refused ? '' : ' aria-invalid="true"' );
	if ( 'providerSells' === $name ) {
		show_models( $value, $attributes );
	} else {
		$attributes .= sprintf( ' id="%s" name="%s"', esc_attr( $id ), esc_attr( OPTION . "[$name]" ) );
		show_control( $name, $value, $attributes );
	}
	if ( $notes ) {
		echo '<p class="description" id="' . esc_attr( "$id-description" ) . '">' . implode( '<br>', array_map( 'esc_html', $notes ) ) . '</p>';
	}
}

/** @param string $attributes Escaped. */
function show_control( string $name, string $value, string $attributes ): void {
	// phpcs:disable WordPress.Security.EscapeOutput -- the attributes are escaped.
	$choices = choices( $name );
	if ( $choices ) {
		// What is not in the list, such as a language of another build, stays until something else is chosen.
		$choices += array( $value => $value );
		echo "<select $attributes>";
		foreach ( $choices as $word => $label ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( $word ), selected( $value, (string) $word, false ), esc_html( $label ) );
		}
		echo '</select>';
	} elseif ( 'json' === $name ) {
		echo "<textarea $attributes class=\"large-text code\" rows=\"10\" spellcheck=\"false\">" . esc_textarea( $value ) . '</textarea>';
	} elseif ( 'accent' === $name ) {
		printf( "<input $attributes class=\"code\" type=\"text\" size=\"9\" spellcheck=\"false\" value=\"%s\"> ", esc_attr( $value ) );
		// It cannot be empty, so it only helps to fill in the text. `settings.js` shows it.
		echo '<input type="color" hidden aria-label="' . esc_attr__( 'Pick the accent color', 'support-fit' ) . '">';
	} else {
		printf( "<input $attributes class=\"regular-text\" type=\"text\" value=\"%s\">", esc_attr( $value ) );
	}
	// phpcs:enable
}

/** @param string $attributes Escaped. */
function show_models( string $value, string $attributes ): void {
	echo "<fieldset $attributes><legend class=\"screen-reader-text\">" . esc_html( labels()['providerSells'] ) . '</legend>'; // phpcs:ignore
	foreach ( models() as $model => $label ) {
		$is_sold = in_array( $model, explode( ',', $value ), true );
		printf( '<label><input type="checkbox" name="%s" value="%s"%s> %s</label><br>', esc_attr( OPTION . '[providerSells][]' ), esc_attr( $model ), checked( $is_sold, true, false ), esc_html( $label ) );
	}
	echo '</fieldset>';
}

/** Says that the JSON sets what a field leaves open. */
function note_of_json( string $name ): string {
	static $json;
	$json   = $json ?? decoded( stored()['json'] ) ?? new \stdClass();
	$keys   = array( 'email' => 'contact', 'privacyPage' => 'privacyUrl' );
	$is_set = isset( $json->{ $keys[ $name ] ?? $name } );
	if ( ! $is_set || 'json' === $name ) {
		return '';
	}
	if ( 'email' === $name ) {
		return __( 'Messages are set in the JSON below (“contact”), which comes before this field.', 'support-fit' );
	}
	$is_open = 'privacyPage' === $name ? NO_PAGE === privacy_page() : '' === stored()[ $name ];
	return $is_open ? __( 'Set in the JSON below.', 'support-fit' ) : '';
}

/** Says next to a field why what was entered is not saved. */
function show_problems( string $id, array $problems ): void {
	echo '<div class="notice notice-error inline" id="' . esc_attr( $id ) . '">';
	echo '<p>' . esc_html__( 'This was not saved. What was set before still applies.', 'support-fit' ) . '</p><ul>';
	foreach ( array_slice( $problems, 0, MOST_PROBLEMS ) as $problem ) {
		echo '<li>' . esc_html( ucfirst( $problem ) ) . '</li>';
	}
	echo '</ul></div>';
}
