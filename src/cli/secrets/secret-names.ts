/** Matches the letters of a name alone, so that `API-Key`, `api_key` and `apiKey` are the same. */
const anywhere =
  /token|secret|passw|passphrase|passcode|usersig|apikey|accesskey|privatekey|signingkey|encryptionkey|credential|authoriz|authenticat|signature|cookie|sessionid|bearer|jwt|密码|口令|令牌|密钥|秘钥/;

/** Matches whole words: `sign`, but not `signalInfo`; `pass`, but not `passenger`. */
const words = /^(pass|pwd|sign|sig|auth|otp|pin)$/;

/**
 * Whether a field of this name holds a secret, however it is spelt: `token`, `accessToken`, `X-Api-Key`, `usersig`,
 * `passwd`.
 */
export function isSecretName(name: string): boolean {
  // Full-width letters, which Chinese keyboards type, count as the same letters.
  const plain = name.normalize('NFKC');
  const letters = plain.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return anywhere.test(letters) || wordsOf(plain).some((word) => words.test(word));
}

/** `userSig` → `user`, `sig`; `USER_SIG` → `user`, `sig`. */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
}

/** Masks secrets in the parameters of URLs in a text: `?token=…`, `&X-Amz-Signature=…`. */
export function withoutSecretParameters(text: string): string {
  return text.replaceAll(/([?&#;])([^=&?#;\s]{1,100})=([^&#;\s"'<>]*)/g, (whole, separator, name, value) =>
    isSecretName(decoded(name)) ? `${separator}${name}=${'x'.repeat(value.length)}` : whole,
  );
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a % that encodes nothing
  }
}
