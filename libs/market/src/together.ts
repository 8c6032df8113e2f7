/**
 * The same question, asked by many in one turn of the event loop, is put once. Nobody is given an answer that was begun
 * before he asked: who comes later asks anew.
 */
export class Together<T> {
  private readonly asked = new Map<string, Promise<T>>();

  /** @param question in words that are the same only where the answer must be */
  ask(question: string, work: () => Promise<T>): Promise<T> {
    const known = this.asked.get(question);
    if (known !== undefined) return known;
    const answer = new Promise<void>((begin) => setImmediate(begin)).then(() => {
      this.asked.delete(question);
      return work();
    });
    this.asked.set(question, answer);
    return answer;
  }
}
