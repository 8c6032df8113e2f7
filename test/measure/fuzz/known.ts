/** What exists at the target, so that a part of what is sent is about something. */
export interface Known {
  readonly clusterId: string;
  readonly ids: readonly string[];
  readonly cursors: readonly string[];
  readonly emails: readonly string[];
}
