const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NOTHING = '00000000-0000-0000-0000-000000000000';

/** Whether the database takes a text for an id. */
export const isId = (text: string): boolean => UUID.test(text);

/** An id that the database can be asked for; text that is no id names nothing, and is answered as not found. */
export const knownId = (id: string): string => (isId(id) ? id.toLowerCase() : NOTHING);
