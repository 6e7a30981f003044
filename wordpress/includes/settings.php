<?php
/** The page Settings → SupportFit. */

namespace SupportFit;

defined( 'ABSPATH' ) || exit;

const PAGE = 'support-fit';

/** The transient with what was entered and refused, until the page shows it again. */
const REFUSED = 'support_fit_refused';

/** Problems shown of one field. */
const MOST_PROBLEMS = 5;

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
	$page = add_options_page( 'SupportFit', 'SupportFit', capability(), PAGE, __NAMESPACE__ . '\\show_page' );
	add_action( "load-$page", __NAMESPACE__ . '\\add_help' );
}

function page_url(): string {
	return admin_url( 'options-general.php?page=' . PAGE );
}

/** Leads from the list of plugins to the settings. */
function add_link( array $links ): array {
	if ( current_user_can( capability() ) ) {
		$links[] = '<a href="' . esc_url( page_url() ) . '">' . esc_html__( 'Settings', 'support-fit' ) . '</a>';
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
	add_settings_section( 'advanced', __( 'Advanced', 'support-fit' ), '__return_null', PAGE );
	foreach ( labels() as $name => $label ) {
		$field = array( 'name' => $name );
		if ( 'providerSells' !== $name ) {
			$field['label_for'] = id( $name );
		}
		$section = 'json' === $name ? 'advanced' : 'fields';
		add_settings_field( $name, $label, __NAMESPACE__ . '\\show_field', PAGE, $section, $field );
	}
}

/** What this user entered and was refused, by the names of the fields. It is shown once. */
function refused(): array {
	static $refused;
	if ( null === $refused ) {
		$kept    = get_transient( REFUSED );
		$is_ours = is_array( $kept ) && get_current_user_id() === $kept['user'];
		$refused = $is_ours ? $kept['entered'] : array();
		if ( $is_ours ) {
			delete_transient( REFUSED );
		}
	}
	return $refused;
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
	$after   = array();
	$refused = array();
	foreach ( $before as $name => $value ) {
		$entered        = entered( $input[ $name ] ?? '' );
		$problems       = problems_of_field( $name, $entered );
		$after[ $name ] = $problems ? $value : $entered;
		if ( $problems ) {
			$refused[ $name ] = $entered;
		}
	}
	if ( $refused ) {
		complain( $refused );
		$kept = array(
			'user'    => get_current_user_id(),
			'entered' => $refused,
		);
		set_transient( REFUSED, $kept, MINUTE_IN_SECONDS );
	}
	return $after;
}

/**
 * What was entered in a field, as a string. Check boxes send a list.
 *
 * @param mixed $input
 */
function entered( $input ): string {
	if ( is_array( $input ) ) {
		$input = implode( ',', array_filter( $input, 'is_string' ) );
	}
	return is_string( $input ) ? trim( $input ) : '';
}

/** @return string[] */
function problems_of_field( string $name, string $entered ): array {
	if ( '' === $entered ) {
		return array();
	}
	switch ( $name ) {
		case 'json':
			$configuration = decoded( $entered );
			if ( null !== $configuration ) {
				return problems_of_configuration( $configuration );
			}
			/* translators: %s: a number */
			$message = __( 'expected a JSON object with at most %s characters, without comments', 'support-fit' );
			return array( sprintf( $message, number_format_i18n( LONGEST_JSON ) ) );
		case 'providerSells':
			$is_known = ! array_diff( explode( ',', $entered ), MODELS );
			return $is_known ? array() : array( __( 'choose from the list', 'support-fit' ) );
		case 'privacyPage':
			$is_page = ctype_digit( $entered ) && 'page' === get_post_type( (int) $entered );
			return NO_PAGE === $entered || $is_page ? array() : array( __( 'choose from the list', 'support-fit' ) );
		case 'email':
			$problems = problems_of_configuration( (object) array( 'contact' => (object) contact_by_email( $entered ) ) );
			break;
		case 'accent':
			return is_color( $entered ) ? array() : array( __( 'expected # and three or six hexadecimal digits, such as #0b6b57', 'support-fit' ) );
		default:
			$problems = problems_of_configuration( (object) array( $name => $entered ) );
	}
	// The label of the field says where.
	return array_map( __NAMESPACE__ . '\\without_place', $problems );
}

/**
 * Shows an error for each field on the settings page. The option can also be set elsewhere, where there is no place for it.
 *
 * @param array<string, string> $refused What was entered, by the names of the fields.
 */
function complain( array $refused ): void {
	if ( ! function_exists( 'add_settings_error' ) ) {
		return;
	}
	$messages = array();
	foreach ( $refused as $name => $entered ) {
		/* translators: 1: a field, 2: problems */
		$message           = __( '“%1$s” was not saved (%2$s). What was set before still applies.', 'support-fit' );
		$problems          = array_slice( problems_of_field( $name, $entered ), 0, MOST_PROBLEMS );
		$messages[ $name ] = sprintf( $message, labels()[ $name ], implode( '; ', $problems ) );
	}
	$messages[ $name ] .= ' ' . __( 'Everything else was saved.', 'support-fit' );
	foreach ( $messages as $name => $message ) {
		add_settings_error( OPTION, $name, esc_html( $message ) );
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
	echo '<p>' . esc_html__( 'These settings apply to every assessment on this site. All are optional.', 'support-fit' ) . '</p>';
	echo '<details><summary>' . esc_html__( 'How to insert it', 'support-fit' ) . '</summary><ul class="ul-disc">';
	echo '<li>' . esc_html__( 'In the block editor: open the page, press + and choose “SupportFit assessment”.', 'support-fit' ) . '</li>';
	echo '<li>' . esc_html__( 'In the classic editor, a widget or a page builder: write the shortcode [support-fit].', 'support-fit' ) . '</li>';
	echo '<li>' . esc_html__( 'Then publish, and look at the page signed out: the first question is shown, and an answer is still there after you reload.', 'support-fit' ) . '</li>';
	echo '</ul></details>';
	echo '<form action="options.php" method="post">';
	settings_fields( PAGE );
	do_settings_sections( PAGE );
	submit_button();
	echo '</form>';
	show_copy();
	echo '</div>';
}

/** All settings, for another site or as a backup before the plugin is deleted. */
function show_copy(): void {
	$all  = array( 'version' => 1 ) + get_object_vars( configuration() );
	$json = wp_json_encode( $all, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	echo '<details><summary>' . esc_html__( 'Copy these settings', 'support-fit' ) . '</summary>';
	echo '<p><label for="support-fit-copy">' . esc_html__( 'What is saved, as JSON. Paste it into the field “Configuration as JSON” of another site, or keep it before you delete the plugin.', 'support-fit' ) . '</label></p>';
	if ( '' !== accent() ) {
		/* translators: %s: a color */
		echo '<p>' . esc_html( sprintf( __( 'The accent color is not part of it: %s', 'support-fit' ), accent() ) ) . '</p>';
	}
	echo '<textarea id="support-fit-copy" class="large-text code" rows="10" readonly>' . esc_textarea( (string) $json ) . '</textarea></details>';
}

/** Complete examples of the JSON, in the help of the page. */
function add_help(): void {
	$email   = array(
		'version' => 1,
		'contact' => contact_by_email( 'hello@example.com' ),
	);
	$hubspot = array(
		'version' => 1,
		'contact' => array(
			'receiver' => 'hubspot',
			'portalId' => '12345678',
			'formId'   => '12345678-90ab-cdef-1234-567890abcdef',
			'region'   => 'na1',
			'answers'  => true,
		),
	);
	add_help_tab_with(
		'email',
		__( 'Example: email', 'support-fit' ),
		__( 'This is what the field “Messages by email to” does. As JSON, you can change it, for example which fields it has.', 'support-fit' ),
		$email
	);
	add_help_tab_with(
		'hubspot',
		__( 'Example: HubSpot', 'support-fit' ),
		__( 'Replace both ids by those in the embed code of your form in HubSpot. Its region is na1 or eu1.', 'support-fit' ),
		$hubspot
	);
}

function add_help_tab_with( string $id, string $title, string $text, array $example ): void {
	$json = wp_json_encode( $example, JSON_PRETTY_PRINT );
	get_current_screen()->add_help_tab(
		array(
			'id'      => "support-fit-$id",
			'title'   => $title,
			'content' => '<p>' . esc_html( $text ) . '</p><pre>' . esc_html( (string) $json ) . '</pre>',
		)
	);
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
