/**
 * The same question, asked by many while it waits to be put, is put once; it waits for the turn of the event loop to
 * end, and for the answer that is under way. Nobody is given an answer that was begun before he asked: who comes
 * later asks anew, together with all who come until then. However many ask, a question is put once at a time.
 */
export class Together<T> {
  private readonly asked = new Map<string, Promise<T>>();
  private readonly underWay = new Map<string, Promise<unknown>>();

  /** @param question in words that are the same only where the answer must be */
  ask(question: string, work: () => Promise<T>): Promise<T> {
    const known = this.asked.get(question);
    if (known !== undefined) return known;
    const answer: Promise<T> = this.turnOf(question).then(() => {
      this.asked.delete(question);
      const over = (): void => void this.underWay.delete(question);
      this.underWay.set(question, answer.then(over, over));
      return work();
    });
    this.asked.set(question, answer);
    return answer;
  }

  private async turnOf(question: string): Promise<void> {
    await this.underWay.get(question);
    await new Promise<void>((begin) => setImmediate(begin));
  }
}
