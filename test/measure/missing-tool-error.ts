/** What the command needs is not on this machine: said in one sentence, and answered with exit code 3. */
export class MissingToolError extends Error {
  override readonly name = 'MissingToolError';
}
