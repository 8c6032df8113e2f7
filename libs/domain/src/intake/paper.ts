/** What a paper of a delivery may be at most. */
export const PAPER_LIMITS = Object.freeze({ bytes: 10 * 1024 * 1024, ofDelivery: 10, nameLength: 200 });

/** What a paper shows. */
export const PAPER_KINDS = Object.freeze(['WEIGH_NOTE', 'LAB_SHEET', 'OTHER'] as const);
export type PaperKind = (typeof PAPER_KINDS)[number];

export type PaperType = 'application/pdf' | 'image/png' | 'image/jpeg';

const ENDINGS: Readonly<Record<PaperType, string>> = Object.freeze({
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
});

const codes = (text: string): readonly number[] => [...text].map((one) => one.charCodeAt(0));

interface Signs {
  readonly type: PaperType;
  readonly begins: readonly number[];
  /** What must stand in the last so many bytes. */
  readonly ends: readonly number[];
  readonly within: number;
}

/**
 * How files of each type begin and end: ISO 32000-2 §7.5.2 and §7.5.5 (readers look for %%EOF in the last 1 024 bytes),
 * W3C PNG §5.2 and §11.2.1, ITU-T T.81 §B.1.1.3. Cameras write more behind the end of a JPEG, so it may stand anywhere.
 */
const SIGNS: readonly Signs[] = [
  { type: 'application/pdf', begins: codes('%PDF-'), ends: codes('%%EOF'), within: 1024 },
  {
    type: 'image/png',
    begins: [...codes('\x89PNG\r\n\x1a\n'), 0, 0, 0, 13, ...codes('IHDR')],
    ends: [0, 0, 0, 0, ...codes('IEND'), 0xae, 0x42, 0x60, 0x82],
    within: 12,
  },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff], ends: [0xff, 0xd9], within: Infinity },
];

/**
 * What a file is by its bytes; its name and the type it was sent with say nothing.
 *
 * @param bytes all of the file
 * @returns undefined for everything but whole PDF, PNG and JPEG files
 * @example paperTypeOf(new TextEncoder().encode('%PDF-1.7\n%%EOF\n')) // 'application/pdf'
 */
export function paperTypeOf(bytes: Uint8Array): PaperType | undefined {
  return SIGNS.find(
    ({ begins, ends, within }) =>
      standsAt(bytes, begins, 0) &&
      holds(bytes, ends, Math.max(begins.length, bytes.length - Math.max(within, ends.length))),
  )?.type;
}

/**
 * The name that a paper is kept and handed out under: for people to know it by, with the ending of what it is.
 *
 * @param name as its sender calls it; without folders, control and formatting characters, 200 characters at most
 * @example paperName('C:\\veiing\\seddel 12.exe', 'application/pdf') // 'seddel 12.pdf'
 */
export function paperName(name: string, type: PaperType): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last.replaceAll(/[\p{C}"<>|:*?]/gu, '').replace(/\.[a-z][a-z\d]{0,7}$/i, '');
  const ending = `.${ENDINGS[type]}`;
  const stem = clean
    .trim()
    .slice(0, PAPER_LIMITS.nameLength - ending.length)
    .trim();
  return `${stem === '' ? 'paper' : stem}${ending}`;
}

const standsAt = (bytes: Uint8Array, sign: readonly number[], at: number): boolean =>
  sign.every((one, offset) => bytes[at + offset] === one);

function holds(bytes: Uint8Array, sign: readonly number[], from: number): boolean {
  for (let at = bytes.length - sign.length; at >= from; at -= 1) if (standsAt(bytes, sign, at)) return true;
  return false;
}
