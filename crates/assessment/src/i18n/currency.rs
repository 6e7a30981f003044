//! The currency of each region, which `Intl` does not know.

/// The fallback, and the currency of the cost model's defaults.
const ELSEWHERE: &str = "USD";

/// Regions by ISO 3166, each with its currency by ISO 4217.
const CURRENCIES: &str = "AEAED ATEUR AUAUD BEEUR BGEUR BRBRL CACAD CHCHF CNCNY CYEUR CZCZK DEEUR DKDKK EEEUR ESEUR FIEUR \
                          FREUR GBGBP GGGBP GREUR HKHKD HREUR HUHUF IEEUR ILILS IMGBP ININR ITEUR JEGBP JPJPY KRKRW LICHF \
                          LTEUR LUEUR LVEUR MCEUR MTEUR MXMXN NLEUR NONOK NZNZD PLPLN PTEUR RORON SASAR SESEK SGSGD SIEUR \
                          SKEUR TRTRY ZAZAR";

/// The currency of a region.
///
/// ```
/// use assessment::i18n::currency_of;
///
/// assert_eq!(["DE", "GB", "US", "XX"].map(currency_of), ["EUR", "GBP", "USD", "USD"]);
/// ```
#[must_use]
pub fn currency_of(region: &str) -> &'static str {
    CURRENCIES
        .split(' ')
        .find_map(|entry| entry.strip_prefix(region))
        .filter(|code| code.len() == 3)
        .unwrap_or(ELSEWHERE)
}
