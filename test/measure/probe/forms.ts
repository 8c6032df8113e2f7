/** The API writes a day as its first instant in Oslo, which is an hour or two before midnight UTC. */
export function formsOfDay(day: string): readonly string[] {
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return [day, `${before}T22:00`, `${before}T23:00`];
}

/** As the database, a hash and a token would be written. */
export const formsOfBytes = (hex: string): readonly string[] => [
  hex,
  ...(['base64', 'base64url'] as const).map((form) => Buffer.from(hex, 'hex').toString(form)),
];

export const formsOfCode = (code: string): readonly string[] =>
  [' ', '', '.', '-'].map((between) => code.split(' ').join(between));
