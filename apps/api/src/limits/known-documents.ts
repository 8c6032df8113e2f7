import type { DocumentNode } from 'graphql';

/** More than the page and the programs of a firm have; of the largest documents allowed, some 30 MB. */
const MOST_DOCUMENTS = 100;

/**
 * Documents that were parsed and found valid, so that those of the page are not validated at every request. The server's
 * own store goes by the length of their JSON, up to 30 MiB of it, which is several times that in memory: who sends a
 * new document with each request would fill it.
 */
export class KnownDocuments {
  private readonly documents = new Map<string, DocumentNode>();

  async get(key: string): Promise<DocumentNode | undefined> {
    const known = this.documents.get(key);
    // Entered anew, so that the first of the map is always the one that was asked for longest ago.
    if (known !== undefined) await this.set(key, known);
    return known;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.documents.delete(key);
    this.documents.set(key, document);
    const [oldest] = this.documents.keys();
    if (this.documents.size > MOST_DOCUMENTS && oldest !== undefined) this.documents.delete(oldest);
  }

  async delete(key: string): Promise<boolean> {
    return this.documents.delete(key);
  }
}
