<?php
/** The text that WordPress suggests for the privacy policy, under Settings → Privacy. */

namespace SupportFit;

defined( 'ABSPATH' ) || exit;

add_action( 'admin_init', __NAMESPACE__ . '\\suggest_policy' );

function suggest_policy(): void {
	$paragraphs = array(
		__( 'This site has an assessment, SupportFit. It runs in your browser. Your answers, up to ten earlier results, and answers that were replaced are stored only on your device (local storage), so that you find them again. You can erase them in the assessment. It sets no cookie and sends no answer to us.', 'support-fit' ),
		__( 'If the assessment offers a form to write to us, you see the whole message and who receives it before you send it. Your result and your answers are part of it only if you choose that. If a message could not be sent, you can keep it on your device for seven days.', 'support-fit' ),
	);
	wp_add_privacy_policy_content( 'SupportFit', '<p>' . implode( '</p><p>', array_map( 'esc_html', $paragraphs ) ) . '</p>' );
}
