const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NOTHING = '00000000-0000-0000-0000-000000000000';

/** An id that the database can be asked for; text that is no id names nothing, and is answered as not found. */
export const knownId = (id: string): string => (UUID.test(id) ? id.toLowerCase() : NOTHING);
