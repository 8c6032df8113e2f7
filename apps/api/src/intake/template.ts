/** Headers that are recognised, for Norwegian Excel: with a mark of its encoding, parted by semicolons. */
export const TEMPLATE = '\ufeffDato;Vekt;Enhet;Avtale;Veieseddel;Km\r\n';
export const HINT_TEMPLATE =
  '\ufeffBedrift;Organisasjonsnummer;Kommune;Anlegg;Side;Materiale;Mengde;Kilde;E-post\r\n';
export const STREAM_TEMPLATE = '\ufeffMateriale;Mengde;Enhet;Hvor ofte;Anlegg;Side;Beskrivelse\r\n';
