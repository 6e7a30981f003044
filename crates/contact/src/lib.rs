//! A message to the provider: what it contains, how it is sent, and what the receiver answers. Computes only; the browser sends.
