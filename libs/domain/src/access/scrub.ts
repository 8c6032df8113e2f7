/** What stands where something was struck out; it holds nothing that the rule would strike out again. */
export const STRUCK = '[...]';

/** Weights of the first eight digits of an organisation number (Brønnøysundregistrene, Organisasjonsnummeret). */
const ORG_WEIGHTS = Object.freeze([3, 2, 7, 6, 5, 4, 3, 2]);

/**
 * Whether a text is a Norwegian organisation number: nine digits, of which the last makes the weighted sum a multiple
 * of 11. Blanks between the digits do not count.
 *
 * @example isOrgNumber('974 760 673') // true
 */
export function isOrgNumber(text: string): boolean {
  const digits = text.replaceAll(/\s/g, '');
  if (!/^[0-9]{9}$/.test(digits)) return false;
  const sum = ORG_WEIGHTS.reduce(
    (total, weight, at) => total + weight * Number(digits[at]),
    Number(digits[8]),
  );
  return sum % 11 === 0;
}

/**
 * A text without what names the firm behind it or leads to it, to be shown where the identity is masked. Struck out,
 * in this order:
 *
 * 1. numbers: every nine digits in a row that {@link isOrgNumber}, whatever blanks, dots, dashes or strokes part
 *    them, and phone numbers: those with + or 00 and a country, and eight digits in the usual Norwegian groups that
 *    begin with 2 to 9;
 * 2. e-mail: what is written without a blank around an @, and what a blank parts from the @;
 * 3. web: what begins with http:// or www., and names under the common top-level domains;
 * 4. street: a word that ends in gate, vei, veg or one of their like with a number behind it, and up to three
 *    capitalised words before it where it stands alone;
 * 5. firms: up to four capitalised words before a legal form (AS, ASA, GmbH …), and each of `names`: whole, and each
 *    of its words of three letters or more, alone, with endings, or as the beginning of a longer word from five
 *    letters on, also where å, ø and æ are written otherwise.
 *
 * It would rather strike out a word too many than one too few: amounts and properties are told elsewhere. Places,
 * people's names and what only insiders recognise are not found.
 *
 * @param names firm and sites as they are entered
 * @example scrub('Flis fra Granvåk, ring 22 33 44 55', ['Granvåk Trelast AS']) // 'Flis fra [...], ring [...]'
 */
export function scrub(text: string, names: readonly string[]): string {
  const rules = [...RULES, ...names.flatMap(nameRules)];
  let left = text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  for (let before = ''; before !== left; ) {
    before = left;
    left = strikeOnce(before, rules);
  }
  return left;
}

/** What one pass strikes out may have hidden something from an earlier rule, so passes follow until nothing changes. */
function strikeOnce(text: string, rules: readonly RegExp[]): string {
  const worded = rules.reduce((left, rule) => left.replaceAll(rule, STRUCK), strikeNumbers(text));
  return worded.replaceAll(/\[\.{3}\](?:[\s,;:/&-]*\[\.{3}\])+/g, STRUCK);
}

const TOP_LEVEL =
  'no|com|net|org|eu|se|dk|fi|de|is|uk|nl|pl|fr|at|ch|io|as|info|biz|name|shop|online|app|dev';
const STREET = 'gate|gata|gaten|gt\\.|vei|veien|veg|vegen|vn\\.|allé|alléen|plass|plassen|torg|torget';
const LEGAL_FORM =
  'ASA|AS|A/S|ANS|DA|ENK|SA|KS|NUF|BA|SF|KF|IKS|GmbH|AG|KG|AB|Oy|Oyj|ApS|Ltd|LLC|Inc|PLC|plc|BV|NV|SE|SARL|SpA';
const START = '(?<!\\p{L})';
const END = '(?![\\p{L}\\p{N}])';
/** Of a house, with its letter. What is written on without a blank does not save it: it may be struck out itself. */
const NUMBER = `\\.?\\s*\\p{N}+(?:\\s?\\p{L}${END})?`;
const CAPITALISED = "\\p{Lu}[\\p{L}\\p{N}.'-]*";

const RULES: readonly RegExp[] = Object.freeze([
  /(?<!\S)\S*[ \t]?@[ \t]?\S*/gu,
  /(?:https?:\/\/|www\.)\S*/giu,
  new RegExp(
    `${START}[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.(?:${TOP_LEVEL})${END}(?:[/?#]\\S*)?`,
    'giu',
  ),
  new RegExp(`${START}(?:${CAPITALISED}\\s+){0,3}(?:${STREET})${NUMBER}`, 'gu'),
  new RegExp(`${START}(?:\\p{L}[\\p{L}.-]*)?(?:${STREET})${NUMBER}`, 'giu'),
  new RegExp(`${START}(?:${CAPITALISED}\\s+(?:(?:&|og|and|und|i)\\s+)?){1,4}(?:${LEGAL_FORM})${END}`, 'gu'),
]);

const FORMS = new Set(LEGAL_FORM.toLowerCase().split('|'));
/** Words of a name that say nothing of the firm. */
const CONNECTING = new Set(['and', 'det', 'for', 'fra', 'med', 'mot', 'the', 'und', 'van', 'ved', 'von']);
/** From so many letters on a word of a name is struck out at the beginning of longer words too: Granvåk, Granvåkflis. */
const LONG_WORD = 5;
const SHORTEST_WORD = 3;

/** The whole name and its words, longest first, so that what is left of a longer one gives no hint. */
function nameRules(name: string): readonly RegExp[] {
  const parts = name
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}/]+/u)
    .filter((part) => part !== '');
  const words = parts.filter((part) => !FORMS.has(part.toLowerCase()));
  if (words.length === 0) return [];
  const whole = `${START}${words.map(spellings).join('[^\\p{L}\\p{N}]+')}(?:'?s)?${END}`;
  const told = words.filter((word) => word.length >= SHORTEST_WORD && !CONNECTING.has(word.toLowerCase()));
  const alone = told
    .sort((a, b) => b.length - a.length)
    .map(
      (word) =>
        `${START}${spellings(word)}${word.length >= LONG_WORD ? "['\\p{L}\\p{N}]*" : `(?:'?s)?${END}`}`,
    );
  return [whole, ...alone].map((rule) => new RegExp(rule, 'giu'));
}

const SPELLINGS: Readonly<Record<string, string>> = Object.freeze({
  å: '(?:å|aa|a)',
  ø: '(?:ø|ö|oe|o)',
  ö: '(?:ø|ö|oe|o)',
  æ: '(?:æ|ä|ae|a)',
  ä: '(?:æ|ä|ae|a)',
  é: '(?:é|e)',
  ü: '(?:ü|ue|u)',
});
const spellings = (word: string): string =>
  [...word.toLowerCase()]
    .map((letter) => SPELLINGS[letter] ?? letter.replace(/[^\p{L}\p{N}]/u, '\\$&'))
    .join('');

/** What may stand between two digits of one number. */
const BETWEEN = '[\\s.\\-‐‑‒–—_/·]*';
const DIGIT_RUN = new RegExp(`[0-9](?:${BETWEEN}[0-9])*`, 'gu');
const PHONES: readonly RegExp[] = Object.freeze([
  /(?<![0-9])(?:\+|00)\s?[1-9][0-9]{0,2}(?:[\s.()-]{0,2}[0-9]){6,12}(?![0-9])/gu,
  /(?<![0-9])[2-9][0-9](?:([\s.-]?)[0-9]{2}\1[0-9]{2}\1[0-9]{2}|[0-9][\s.-][0-9]{2}[\s.-][0-9]{3})(?![0-9])/gu,
]);

const strikeNumbers = (text: string): string =>
  PHONES.reduce((left, rule) => left.replaceAll(rule, STRUCK), text.replaceAll(DIGIT_RUN, strikeOrgNumbers));

/** Strikes the organisation numbers out of digits with what stands between them. */
function strikeOrgNumbers(run: string): string {
  const digits = [...run.matchAll(/[0-9]/g)].map(({ 0: digit, index }) => ({ digit, index }));
  const struck = digits.map(() => false);
  for (let first = 0; first + 9 <= digits.length; first += 1) {
    const nine = digits.slice(first, first + 9).map((one) => one.digit);
    if (isOrgNumber(nine.join(''))) struck.fill(true, first, first + 9);
  }
  const between = (at: number): string => run.slice((digits[at - 1]?.index ?? -1) + 1, digits[at]?.index);
  return digits
    .map(({ digit }, at) => {
      if (!struck[at]) return `${between(at)}${digit}`;
      return struck[at - 1] === true ? '' : `${between(at)}${STRUCK}`;
    })
    .join('');
}
