/**
 * What no log may hold, by the name that it goes under: credentials, people's addresses, what firms write, and what a
 * caller or a statement was given. A name is taken without its dashes and dots, in small letters; whatever contains one
 * of these is struck out with all that lies under it.
 */
const SECRET_NAMES = Object.freeze([
  'authorization',
  'cookie',
  'token',
  'password',
  'secret',
  'credential',
  'apikey',
  'email',
  'recipient',
  'sender',
  'title',
  'description',
  'note',
  'variables',
  'parameters',
  'query',
  'body',
  'payload',
  'link',
  'url',
]);

const STRUCK = '[struck out]';
/** Logs are flat; what is nested deeper was not written to be logged. */
const MOST_DEPTH = 4;
const MOST_ITEMS = 20;

/** A copy of what is about to be logged, without what {@link SECRET_NAMES} names. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value;
  if (depth >= MOST_DEPTH) return STRUCK;
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((one) => redact(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, isSecret(name) ? STRUCK : redact(one, depth + 1)]),
  );
}

function isSecret(name: string): boolean {
  const plain = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  return SECRET_NAMES.some((one) => plain.includes(one));
}

/** Texts that betray themselves whatever they go under: addresses, what stands behind `Bearer`, passwords in addresses. */
const redactText = (text: string): string =>
  text
    .replaceAll(/[^\s<>"'(),;:]+@[^\s<>"'(),;]+/g, STRUCK)
    .replaceAll(/\bBearer\s+\S+/gi, `Bearer ${STRUCK}`)
    .replaceAll(/\bbis_\w+/g, STRUCK)
    .replaceAll(/\bwhsec_[A-Za-z0-9+/=]+/g, STRUCK);
