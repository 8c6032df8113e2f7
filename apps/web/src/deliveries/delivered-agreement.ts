import type { OneAgreementQuery } from '#operations';

/** The agreement that deliveries are made under. */
export type DeliveredAgreement = NonNullable<OneAgreementQuery['agreement']>;
