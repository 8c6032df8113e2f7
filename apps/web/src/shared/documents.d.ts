/** The operations of every .graphql file of the page, by name; made by the build (vite.documents.ts). */
declare module 'virtual:documents' {
  export interface StoredDocument {
    /** SHA-256 of the text, in hexadecimal digits. */
    readonly hash: string;
    /** Only while the page is being worked on: a built page knows no texts. */
    readonly text?: string;
  }
  const documents: Readonly<Record<string, StoredDocument>>;
  export default documents;
}
