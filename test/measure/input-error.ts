/** What the caller of a command gave is wrong: said in one sentence, without a stack, and answered with exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError';
}
