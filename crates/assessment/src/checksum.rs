//! Checksums. Both algorithms are part of formats that are in use: CRC-32 of links, FNV-1a of the configuration fingerprint
//! in reports.

/// CRC-32 as in bzip2 (high bits first), bit by bit: a table would cost a kilobyte for a few hundred bytes of input.
#[derive(Debug, Clone, Copy)]
pub struct Crc32(u32);

impl Default for Crc32 {
    fn default() -> Self {
        Self(u32::MAX)
    }
}

impl Crc32 {
    /// Adds bytes.
    #[must_use]
    pub fn with(self, bytes: &[u8]) -> Self {
        let mut crc = self.0;
        for byte in bytes {
            crc ^= u32::from(*byte) << 24;
            for _ in 0..8 {
                crc = crc << 1 ^ if crc >> 31 == 1 { 0x04c1_1db7 } else { 0 };
            }
        }
        Self(crc)
    }

    /// The checksum, inverted: otherwise trailing zeros would not change it.
    #[must_use]
    pub const fn value(self) -> u32 {
        !self.0
    }
}

/// 64-bit FNV-1a.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fnv1a(u64);

impl Default for Fnv1a {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv1a {
    /// Adds bytes.
    #[must_use]
    pub fn with(self, bytes: &[u8]) -> Self {
        Self(bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)))
    }

    #[must_use]
    pub const fn value(self) -> u64 {
        self.0
    }

    /// The hash as 16 lowercase hexadecimal digits.
    #[must_use]
    pub fn hex(self) -> String {
        let digit = |n: u32| char::from(b"0123456789abcdef"[(self.0 >> (4 * n)) as usize & 15]);
        (0..16).rev().map(digit).collect()
    }
}
