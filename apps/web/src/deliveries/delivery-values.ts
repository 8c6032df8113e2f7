import type { DeliveryInput, DeliveryOfAgreementFragment } from '#operations';
import { decimalText, writtenText } from '../negotiation/decimal-text.js';
import { dayOfInstant, instantOfDay, todayInOslo } from '../negotiation/words.js';

/** The form's fields as they are typed. */
export interface DeliveryValues {
  readonly amount: string;
  readonly unit: string;
  readonly deliveredOn: string;
  readonly reference: string;
  readonly distanceKm: string;
  readonly reason: string;
}

export const deliveryValues = (
  corrected: DeliveryOfAgreementFragment | undefined,
  unit: string,
  locale: string,
): DeliveryValues => ({
  amount: corrected === undefined ? '' : writtenText(corrected.amount, locale),
  unit: corrected?.unit ?? unit,
  deliveredOn: corrected === undefined ? todayInOslo() : dayOfInstant(corrected.deliveredOn),
  reference: corrected?.reference ?? '',
  distanceKm: corrected === undefined ? '' : writtenText(String(corrected.distanceKm), locale),
  reason: '',
});

/** @param values that the form has found to be whole */
export function deliveryInputOf(values: DeliveryValues, agreementId: string, locale: string): DeliveryInput {
  const { amount, unit, deliveredOn, reference, distanceKm } = values;
  const km = decimalText(distanceKm, locale);
  return {
    agreementId,
    amount: decimalText(amount, locale) ?? '',
    unit,
    deliveredOn: instantOfDay(deliveredOn),
    ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
    ...(km === undefined ? {} : { distanceKm: Number(km) }),
  };
}
