<?php
/** The page Settings → SupportFit. */

namespace SupportFit;

defined( 'ABSPATH' ) || exit;

const PAGE = 'support-fit';

add_action( 'admin_menu', __NAMESPACE__ . '\\add_page' );
add_action( 'admin_init', __NAMESPACE__ . '\\register_settings' );
add_action( 'admin_enqueue_scripts', __NAMESPACE__ . '\\enqueue_for_settings' );
add_filter( 'plugin_action_links_support-fit/support-fit.php', __NAMESPACE__ . '\\add_link' );
add_filter( 'option_page_capability_' . PAGE, __NAMESPACE__ . '\\capability' );

/** The configuration decides where visitors are led and who receives messages. In a network, its administrators decide that. */
function capability(): string {
	return is_multisite() ? 'manage_network_options' : 'manage_options';
}

function add_page(): void {
	add_options_page( 'SupportFit', 'SupportFit', capability(), PAGE, __NAMESPACE__ . '\\show_page' );
}

/** Leads from the list of plugins to the settings. */
function add_link( array $links ): array {
	if ( current_user_can( capability() ) ) {
		$address = admin_url( 'options-general.php?page=' . PAGE );
		$links[] = '<a href="' . esc_url( $address ) . '">' . esc_html__( 'Settings', 'support-fit' ) . '</a>';
	}
	return $links;
}

function register_settings(): void {
	register_setting(
		PAGE,
		OPTION,
		array(
			'type'              => 'array',
			'sanitize_callback' => __NAMESPACE__ . '\\sanitize',
			'show_in_rest'      => false,
		)
	);
	add_settings_section( 'fields', '', '__return_null', PAGE );
	foreach ( labels() as $name => $label ) {
		add_settings_field( $name, $label, __NAMESPACE__ . '\\show_field', PAGE, 'fields', array( 'name' => $name, 'label_for' => id( $name ) ) );
	}
}

function labels(): array {
	return array(
		'providerName' => __( 'Your name', 'support-fit' ),
		'ctaUrl'       => __( 'Where the call to action leads', 'support-fit' ),
		'ctaLabel'     => __( 'Label of the call to action', 'support-fit' ),
		'lang'         => __( 'Language', 'support-fit' ),
		'theme'        => __( 'Color theme', 'support-fit' ),
		'flow'         => __( 'Questions', 'support-fit' ),
		'json'         => __( 'Configuration as JSON', 'support-fit' ),
	);
}

function descriptions(): array {
	return array(
		'ctaUrl' => __( 'An address that begins with https:, mailto: or tel:.', 'support-fit' ),
		'lang'   => __( 'A language tag such as en. If it is empty, the language of the page is used.', 'support-fit' ),
		'json'   => __( 'All other settings, such as the contact form. A field above comes before the same setting here.', 'support-fit' ),
	);
}

/** What can be chosen, by the name of the field. */
function choices(): array {
	return array(
		'theme' => array(
			'auto'  => __( 'As the page', 'support-fit' ),
			'light' => __( 'Light', 'support-fit' ),
			'dark'  => __( 'Dark', 'support-fit' ),
		),
		'flow'  => array(
			'auto'  => __( 'Seven questions, then an offer to answer the rest', 'support-fit' ),
			'quick' => __( 'Only the seven', 'support-fit' ),
			'full'  => __( 'All questions', 'support-fit' ),
		),
	);
}

function id( string $name ): string {
	return 'support-fit-' . strtolower( $name );
}

/** @param array{name: string} $field */
function show_field( array $field ): void {
	$name    = $field['name'];
	$value   = stored()[ $name ];
	$choices = choices()[ $name ] ?? array();
	$names   = sprintf( 'id="%s" name="%s"', esc_attr( id( $name ) ), esc_attr( OPTION . "[$name]" ) );
	if ( $choices ) {
		echo "<select $names>"; // phpcs:ignore WordPress.Security.EscapeOutput -- escaped above.
		$choices = array_merge( array( '' => __( 'As in the JSON below, else the first', 'support-fit' ) ), $choices );
		foreach ( $choices as $word => $label ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( $word ), selected( $value, $word, false ), esc_html( $label ) );
		}
		echo '</select>';
	} elseif ( 'json' === $name ) {
		echo "<textarea $names class=\"large-text code\" rows=\"16\" spellcheck=\"false\">"; // phpcs:ignore
		echo esc_textarea( $value ) . '</textarea>';
	} else {
		printf( "<input $names class=\"regular-text\" type=\"text\" value=\"%s\">", esc_attr( $value ) ); // phpcs:ignore
	}
	if ( isset( descriptions()[ $name ] ) ) {
		echo '<p class="description">' . esc_html( descriptions()[ $name ] ) . '</p>';
	}
}

/**
 * Returns the option to store. What is not valid keeps the value that it had.
 *
 * @param mixed $input
 */
function sanitize( $input ): array {
	$before = stored();
	if ( ! is_array( $input ) ) {
		return $before;
	}
	$after = array();
	foreach ( $before as $name => $value ) {
		$entered        = trim( is_string( $input[ $name ] ?? null ) ? $input[ $name ] : '' );
		$problems       = problems_of_field( $name, $entered );
		$after[ $name ] = $problems ? $value : $entered;
		foreach ( array_slice( $problems, 0, 5 ) as $n => $problem ) {
			complain( "$name-$n", labels()[ $name ] . ': ' . $problem );
		}
	}
	return $after;
}

/** @return string[] */
function problems_of_field( string $name, string $entered ): array {
	if ( '' === $entered ) {
		return array();
	}
	if ( 'json' !== $name ) {
		return problems_of_configuration( (object) array( $name => $entered ) );
	}
	$configuration = decoded( $entered );
	if ( null === $configuration ) {
		/* translators: %s: a number */
		$message = __( 'expected a JSON object with at most %s characters, without comments', 'support-fit' );
		return array( sprintf( $message, number_format_i18n( LONGEST_JSON ) ) );
	}
	return problems_of_configuration( $configuration );
}

/** Shows an error on the settings page. The option can also be set elsewhere, where there is no place for it. */
function complain( string $code, string $message ): void {
	if ( function_exists( 'add_settings_error' ) ) {
		/* translators: %s: a problem and where it is */
		$message = sprintf( __( '%s. The value from before is kept.', 'support-fit' ), $message );
		add_settings_error( OPTION, $code, esc_html( $message ) );
	}
}

function enqueue_for_settings( string $page ): void {
	if ( 'settings_page_' . PAGE === $page ) {
		wp_enqueue_script( 'support-fit-settings', url( 'settings.js' ), array(), build()['version'], true );
	}
}

function show_page(): void {
	echo '<div class="wrap"><h1>SupportFit</h1>';
	show_check_of_files();
	echo '<p>' . esc_html__( 'These settings apply to every assessment on this site. To show one, insert the block “SupportFit assessment” or the shortcode [support-fit].', 'support-fit' ) . '</p>';
	echo '<p>' . esc_html__( 'This page checks names and values. The assessment checks the rest when it starts, and lists in the console of the browser what it leaves out.', 'support-fit' ) . '</p>';
	echo '<form action="options.php" method="post">';
	settings_fields( PAGE );
	do_settings_sections( PAGE );
	submit_button();
	echo '</form></div>';
}

/** `settings.js` requests one file of each kind as visitors get them, and shows what applies. */
function show_check_of_files(): void {
	$build = build();
	$files = array( loader_url() => 'text/javascript', url( "widget/assets/{$build['wasm']}" ) => 'application/wasm' );
	foreach ( $files as $address => $type ) {
		printf( '<div class="notice notice-error inline" hidden data-file="%s" data-type="%s">', esc_url( $address ), esc_attr( $type ) );
		echo '<p>' . esc_html( $address ) . '</p>';
		echo '<p hidden data-problem="missing">' . esc_html__( 'The server does not send this file. Allow it in the rules of the server or of a security plugin, or install the plugin again.', 'support-fit' ) . '</p>';
		/* translators: 1: a content type, 2: the start of a file name's extension */
		$remedy = sprintf( __( 'The server sends this file with the wrong type. Set the type of this kind of file to %s:', 'support-fit' ), $type );
		echo '<p hidden data-problem="type">' . esc_html( $remedy ) . '</p>';
		$extension = 'text/javascript' === $type ? 'js' : 'wasm';
		echo '<ul hidden data-problem="type"><li>Apache: <code>' . esc_html( "AddType $type .$extension" ) . '</code></li>';
		echo '<li>nginx: <code>' . esc_html( "types { $type $extension; }" ) . '</code></li>';
		echo '<li>IIS: <code>' . esc_html( "<mimeMap fileExtension=\".$extension\" mimeType=\"$type\" />" ) . '</code></li></ul></div>';
	}
}
