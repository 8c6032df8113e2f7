/** Headers that are recognised, for Norwegian Excel: with a mark of its encoding, parted by semicolons. */
export const TEMPLATE = '\ufeffDato;Vekt;Enhet;Avtale;Veieseddel;Km\r\n';
