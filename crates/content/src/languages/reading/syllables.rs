//! Counts the syllables of a word by groups of vowels. That is right for about nine words in ten, as the tests below show, and
//! otherwise mostly too high. A dictionary of hyphenation would be no better: it leaves out the breaks next to an edge.

/// The syllables of a word; `None` if it has no letter or digit. Acronyms such as "IT" are read letter by letter, and a number
/// counts as one syllable.
pub fn of(word: &str, language: &str) -> Option<usize> {
    let word: String = word.chars().filter(|c| c.is_alphanumeric() || "-'’".contains(*c)).collect();
    if !word.contains(char::is_alphanumeric) {
        return None;
    }
    let count = match language {
        "de" => german,
        "es" => spanish,
        "fr" => french,
        _ => english,
    };
    let is_acronym = |part: &str| part.chars().count() > 1 && part.chars().all(char::is_uppercase);
    let of_part = |part: &str| if is_acronym(part) { part.chars().count() } else { count(&part.to_lowercase()) };
    Some(word.split('-').map(of_part).sum::<usize>().max(1))
}

/// Each vowel is a syllable, and the diphthongs and double vowels are one.
fn german(part: &str) -> usize {
    const TOGETHER: [&str; 9] = ["ie", "ei", "ai", "au", "eu", "äu", "aa", "ee", "oo"];
    let part = part.replace("qu", "q");
    let letters: Vec<char> = part.chars().collect();
    let is_vowel = |n: usize| letters.get(n).is_some_and(|c| "aeiouäöüyéà".contains(*c));
    let (mut n, mut count) = (0, 0);
    while n < letters.len() {
        let pair: String = letters.iter().skip(n).take(2).collect();
        let is_pair = TOGETHER.contains(&pair.as_str());
        count += usize::from(is_vowel(n));
        n += if is_pair { 2 } else { 1 };
    }
    count
}

/// Each of a, e and o is a syllable, and so are í and ú; i and u join the vowels next to them.
fn spanish(part: &str) -> usize {
    const STRONG: &str = "aeoáéóíú";
    const WEAK: &str = "iuü";
    let letters: Vec<char> = part.chars().collect();
    // A "y" is a vowel at the end.
    let is_weak = |n: usize| WEAK.contains(letters[n]) || letters[n] == 'y' && n + 1 == letters.len();
    let is_strong = |n: usize| STRONG.contains(letters[n]);
    let (mut count, mut n) = (0, 0);
    while n < letters.len() {
        let group = (n..letters.len()).take_while(|n| is_weak(*n) || is_strong(*n)).count();
        let strong = (n..n + group).filter(|n| is_strong(*n)).count();
        count += if group > 0 { strong.max(1) } else { 0 };
        n += group.max(1);
    }
    count
}

/// Each group of vowels is a syllable, as spoken: without the silent "e" at the end. The end "-ent" counts, although it is silent
/// in verbs.
fn french(part: &str) -> usize {
    part.split(['\'', '’']).map(french_piece).sum()
}

fn french_piece(piece: &str) -> usize {
    const VOWELS: &str = "aàâeéèêëiîïoôœuùûüy";
    let has_vowel = |text: &str| text.contains(|c| VOWELS.contains(c));
    let mut piece = piece.replace("qu", "k");
    for (written, spoken) in [("gue", "ge"), ("gué", "gé"), ("gui", "gi")] {
        piece = piece.replace(written, spoken);
    }
    let spoken = piece.strip_suffix("es").or_else(|| piece.strip_suffix('e')).filter(|stem| has_vowel(stem));
    let letters: Vec<char> = spoken.unwrap_or(&piece).chars().collect();
    let is_vowel = |n: usize| letters.get(n).is_some_and(|c| VOWELS.contains(*c));
    // "payer" has a consonant between its vowels.
    let is_consonant_y = |n: usize| letters[n] == 'y' && n > 0 && is_vowel(n - 1) && is_vowel(n + 1);
    let mut count = 0;
    for n in (0..letters.len()).filter(|n| is_vowel(*n) && !is_consonant_y(*n)) {
        let is_first = n == 0 || !is_vowel(n - 1) || is_consonant_y(n - 1);
        let is_apart = n > 0 && (letters[n - 1] == 'é' || "ïë".contains(letters[n]) || letters[n - 1] == letters[n]);
        // "client" and "oublier" have one more than "bien".
        let after_two = n > 2 && letters[n - 1] == 'i' && "lr".contains(letters[n - 2]) && !is_vowel(n - 3);
        count += usize::from(is_first || is_apart || after_two);
    }
    count
}

/// Each group of vowels is a syllable, without silent ones.
fn english(part: &str) -> usize {
    const VOWELS: &str = "aeiouy";
    let letters: Vec<char> = part.split(['\'', '’']).next().unwrap_or_default().chars().collect();
    let is_vowel = |n: usize| letters.get(n).is_some_and(|c| VOWELS.contains(*c));
    let groups = (0..letters.len()).filter(|n| is_vowel(*n) && (*n == 0 || !is_vowel(n - 1))).count();
    let word: String = letters.iter().collect();
    let silent = is_silent_end(&word) && groups > 1;
    // Adjacent vowels that are pronounced separately.
    let apart = ["ia", "io", "eo", "ua", "iu"].iter().map(|pair| word.matches(pair).count()).sum::<usize>();
    let together = ["tion", "sion", "cial", "tial", "cious", "gion", "gua", "qua", "peo"];
    let together = together.iter().map(|end| word.matches(end).count()).sum::<usize>();
    (groups + apart.saturating_sub(together)).saturating_sub(usize::from(silent)).max(usize::from(!letters.is_empty()))
}

/// Whether the last "e" is silent: "make", "makes", "worked", but not "table", "boxes", "wanted".
fn is_silent_end(word: &str) -> bool {
    const VOWELS: &str = "aeiouy";
    let before = |ending: &str| word.strip_suffix(ending).and_then(|stem| stem.chars().next_back());
    match (before("e"), before("es"), before("ed")) {
        (Some('l'), ..) => word.chars().rev().nth(2).is_some_and(|c| VOWELS.contains(c)),
        (Some(c), ..) => !VOWELS.contains(c),
        (_, Some(c), _) => !"sxzcgaeiou".contains(c) && !word.ends_with("ches") && !word.ends_with("shes"),
        (.., Some(c)) => !"tdaeiou".contains(c),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that are counted wrong.
    fn wrong<'a>(language: &str, words: &[(&'a str, usize)]) -> Vec<&'a str> {
        words.iter().filter(|(word, count)| of(word, language) != Some(*count)).map(|(word, _)| *word).collect()
    }

    #[test]
    fn english_syllables_are_counted_as_spoken() {
        let words = [
            ("make", 1),
            ("makes", 1),
            ("table", 2),
            ("boxes", 2),
            ("worked", 1),
            ("wanted", 2),
            ("people", 2),
            ("decision", 3),
            ("responsibility", 6),
            ("co-managed", 3),
            ("IT", 2),
            ("outsourced", 2),
            ("you", 1),
            ("security", 4),
            ("idea", 3),
            ("don't", 1),
            ("radio", 3),
            ("question", 2),
            ("100", 1),
            ("agreed", 2),
        ];
        // The rules miss the last syllable of "idea".
        assert_eq!(wrong("en", &words), ["idea"]);
    }

    #[test]
    fn german_syllables_are_counted_as_written() {
        let words = [
            ("Sie", 1),
            ("Ihre", 2),
            ("beantworten", 4),
            ("Dienstleister", 3),
            ("aktuell", 3),
            ("Geschäftszeiten", 4),
            ("IT", 2),
            ("IT-Dienstleister", 5),
            ("Qualität", 3),
            ("teuer", 2),
            ("System", 2),
            ("Häuser", 2),
            ("geändert", 3),
            ("Idee", 2),
            ("Verantwortung", 4),
            ("zuerst", 2),
            ("eigene", 3),
            ("Backup", 2),
            ("Linie", 3),
            ("12", 1),
        ];
        // The rules take the "ie" of "Linie" for the one of "Sie".
        assert_eq!(wrong("de", &words), ["Linie"]);
    }

    #[test]
    fn spanish_syllables_are_counted_as_spoken() {
        let words = [
            ("usted", 2),
            ("respuesta", 3),
            ("decisión", 3),
            ("tecnología", 5),
            ("hoy", 1),
            ("y", 1),
            ("proveedor", 4),
            ("qué", 1),
            ("equipo", 3),
            ("TI", 2),
            ("país", 2),
            ("ciudad", 2),
            ("apoyo", 3),
            ("empresa", 3),
            ("aún", 2),
            ("externalizada", 6),
            ("guía", 2),
            ("cuesta", 2),
            ("idea", 3),
            ("15", 1),
        ];
        assert_eq!(wrong("es", &words), [""; 0]);
    }

    #[test]
    fn french_syllables_are_counted_as_spoken() {
        let words = [
            ("vous", 1),
            ("votre", 1),
            ("réponse", 2),
            ("informatique", 4),
            ("l’informatique", 4),
            ("question", 2),
            ("prestataire", 3),
            ("réunion", 3),
            ("client", 2),
            ("payer", 2),
            ("utilisée", 4),
            ("le", 1),
            ("que", 1),
            ("équipe", 2),
            ("aujourd’hui", 3),
            ("modèles", 2),
            ("guide", 1),
            ("naïf", 2),
            ("coopérer", 4),
            ("répondent", 2),
        ];
        // The rules count the silent end of a verb.
        assert_eq!(wrong("fr", &words), ["répondent"]);
    }

    #[test]
    fn marks_are_no_words() {
        assert_eq!((of("–", "fr"), of("«", "fr"), of("24/7", "en")), (None, None, Some(1)));
    }
}
