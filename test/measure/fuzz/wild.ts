import fc from 'fast-check';

/** A number that JSON can write and JavaScript's writer does not; see {@link jsonOf}. */
const raw = (text: string): string => `${RAW}${text}${RAW}`;
const RAW = '\u{F0000}';
const RAW_NUMBER = new RegExp(`"${RAW}([^"]{1,400}?)${RAW}"`, 'gu');

/** JSON of a value, with the numbers that only a text can hold, and words that JSON does not know. */
export const jsonOf = (value: unknown): string =>
  (JSON.stringify(value) ?? 'undefined').replace(RAW_NUMBER, '$1');

const SURROGATE = fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code));
const CONTROL = fc.integer({ min: 0, max: 0x9f }).map((code) => String.fromCharCode(code));
/** Zero width, bidirectional marks, what grows when its case changes, a combining mark, a mark of order, an emoji. */
const ODD = fc.constantFrom(
  '\u200b',
  '\u202e',
  'ß',
  'İ',
  'ﬃ',
  '\u0301',
  '\ufeff',
  '\uffff',
  '👩‍🏭',
  'Å',
  '٣',
  '１',
);

/** Words that mean something to some interpreter on the way. None holds what the judge takes for a leak. */
const INJECTIONS = [
  "' or 1=1; drop table listing; --",
  "'); select pg_sleep(9); --",
  '${7*7}{{7*7}}<%= 7*7 %>',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://elsewhere.example")',
  '../../../../etc/passwd%00',
  '%s%n%x%p\\',
  '$1 $2 :name @name',
  '{"$gt":""}',
  '\r\nset-cookie: a=b',
  'e'.repeat(300) + '!',
  '(a+)+$'.repeat(20),
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-Infinity',
  'true',
  '__proto__',
  '',
  ' ',
];

/** Texts of every kind, from none to what is too long. */
export const wildText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...INJECTIONS) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: fc.oneof(SURROGATE, CONTROL, ODD), maxLength: 20 }) },
  { weight: 1, arbitrary: fc.constant('a\u0000b') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('x', 'å', '9', ' ', '\n', '👩‍🏭', 'tørr flis 20 t '),
        fc.integer({ min: 30, max: 2500 }),
      )
      .map(([text, times]) => text.repeat(times)),
  },
);

/** Numbers beyond what a field takes, beyond what JavaScript holds, and some that are none. */
const wildNumber: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    0,
    -0,
    -1,
    1e21,
    2 ** 31,
    2 ** 53,
    -(2 ** 63),
    5e-324,
    1.7976931348623157e308,
    0.1 + 0.2,
  ),
  fc.constantFrom(raw('1e999'), raw('-1e999'), raw('9'.repeat(400)), raw('-0.0'), raw('1E400')),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.maxSafeInteger(),
);
/** What other languages write for numbers: the whole body is then no JSON. */
const noNumber = fc.constantFrom(
  raw('NaN'),
  raw('Infinity'),
  raw('-Infinity'),
  raw('0x1F'),
  raw('01'),
  raw('+1'),
);

const KEYS = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'value', '', 'id', '0'),
  wildText,
);

const deep = fc
  .tuple(fc.constantFrom<'list' | 'object'>('list', 'object'), fc.integer({ min: 2, max: 60 }))
  .map(([kind, depth]) => {
    let value: unknown = 1;
    for (let at = 0; at < depth; at += 1) value = kind === 'list' ? [value] : { a: value };
    return value;
  });
const long = fc
  .tuple(fc.constantFrom<unknown>(1, 'x', null, []), fc.integer({ min: 50, max: 2500 }))
  .map(([value, length]) => Array.from({ length }, () => value));

/** Any JSON at all. */
export const wildValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: wildText },
  { weight: 4, arbitrary: wildNumber },
  { weight: 1, arbitrary: noNumber },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]]) },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: long },
  { weight: 1, arbitrary: fc.array(fc.oneof(wildText, wildNumber), { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(KEYS, fc.oneof(wildText, wildNumber)), { maxLength: 4 })
      .map((pairs) => Object.fromEntries(pairs)),
  },
);
