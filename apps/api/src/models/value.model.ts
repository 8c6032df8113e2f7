import { Field, Float, ObjectType } from '@nestjs/graphql';
import type { Both, Mode } from '#domain';
import type { BandView, MatchValueView, ValuePartsView } from '#market';
import { HaulModeEnum } from '../enums.js';
import { DecimalScalar } from '../scalars.js';

@ObjectType('ValueBand', {
  description: 'A sum that is known as an interval only; central is the one to reckon with.',
})
export class ValueBandModel implements BandView {
  @Field(() => DecimalScalar)
  low: string;
  @Field(() => DecimalScalar)
  central: string;
  @Field(() => DecimalScalar)
  high: string;
}

@ObjectType('ValueParts', {
  description: 'net = purchaseAvoided + disposalAvoided − treatment − transport; it may be negative.',
})
export class ValuePartsModel implements ValuePartsView {
  @Field(() => ValueBandModel, { description: 'The bought input that it replaces.' })
  purchaseAvoided: ValueBandModel;
  @Field(() => ValueBandModel, {
    description: 'What getting rid of the stream would cost; negative where somebody pays for it.',
  })
  disposalAvoided: ValueBandModel;
  @Field(() => ValueBandModel)
  treatment: ValueBandModel;
  @Field(() => ValueBandModel)
  transport: ValueBandModel;
  @Field(() => ValueBandModel)
  net: ValueBandModel;
}

@ObjectType('ValueAccounts')
export class ValueAccountsModel implements Both<ValuePartsView> {
  @Field(() => ValuePartsModel, { description: 'Norwegian kroner.' })
  nok: ValuePartsModel;
  @Field(() => ValuePartsModel, { description: 'kg CO2e, well-to-wheel.' })
  co2eKg: ValuePartsModel;
}

@ObjectType('TransportCost')
export class TransportCostModel implements Both<BandView> {
  @Field(() => ValueBandModel, { description: 'Norwegian kroner.' })
  nok: ValueBandModel;
  @Field(() => ValueBandModel, { description: 'kg CO2e, well-to-wheel.' })
  co2eKg: ValueBandModel;
}

@ObjectType('HaulAlternative', { description: 'One way of travelling that was reckoned through.' })
export class HaulAlternativeModel {
  @Field(() => HaulModeEnum)
  mode: Mode;
  @Field(() => Float)
  km: number;
  @Field(() => TransportCostModel, { description: 'Transport alone, per own unit of the by-product.' })
  perUnit: TransportCostModel;
  @Field(() => [String], { description: 'Prices and factors that it lacked.' })
  missing: readonly string[];
}

@ObjectType('MatchValue', {
  description:
    "What the exchange is worth to both firms together and to the climate, by public reference prices and emission factors: never by the firms' own prices, which move money from one to the other and are no part of it. Reckoned from what the viewer may know: while the other side is masked, from its bands and area. By the way of travelling that costs least, which need not be the road that netCo2eKg is reckoned by.",
})
export class MatchValueModel implements MatchValueView {
  @Field(() => HaulModeEnum, { description: 'The way of travelling reckoned with.' })
  mode: Mode;
  @Field(() => String, { description: "The by-product's own unit, which perUnit is per." })
  unit: string;
  @Field(() => ValueAccountsModel)
  perUnit: ValueAccountsModel;
  @Field(() => ValueAccountsModel, { description: 'For the yearly quantity of the match.' })
  perYear: ValueAccountsModel;
  @Field(() => [HaulAlternativeModel], { description: 'Every way considered, the chosen one first.' })
  alternatives: readonly HaulAlternativeModel[];
  @Field(() => [String], { description: 'Keys of the prices and factors reckoned with.' })
  used: readonly string[];
  @Field(() => [String], { description: 'What was missing, and counted as nothing.' })
  missing: readonly string[];
  @Field(() => String)
  factorSet: string;
  @Field(() => String)
  priceSet: string;
}

export const valueModel = (view: MatchValueView): MatchValueModel => ({
  mode: view.mode,
  unit: view.unit,
  perUnit: view.perUnit,
  perYear: view.perYear,
  alternatives: view.alternatives,
  used: view.used,
  missing: view.missing,
  factorSet: view.factorSet,
  priceSet: view.priceSet,
});
