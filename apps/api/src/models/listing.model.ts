import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  instantOf,
  type ByProductTest,
  type Disclosure,
  type DisclosureGroup,
  type Freshness,
  type ListingState,
  type PropertyView,
  type Side,
  type StatedReading,
  type Visibility,
} from '#domain';
import type { SeenListing } from '#market';
import { DisclosureEnum, FreshnessEnum, ListingStateEnum, SideEnum, VisibilityEnum } from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';
import { disclosuresOf, ListingDisclosureModel } from './disclosure.model.js';
import { MunicipalityModel } from './municipality.model.js';
import { FirmModel, PlaceModel, SiteModel } from './firm.model.js';
import { NodeModel, PageInfoModel } from './node.model.js';
import { QuantityModel } from './quantity.model.js';

@ObjectType('StreamProperty')
export class StreamPropertyModel implements PropertyView {
  @Field(() => String)
  property: string;
  @Field(() => DecimalScalar, { nullable: true })
  min: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  max: string | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  typical: string | undefined;
  @Field(() => String, { nullable: true })
  unit: string | undefined;
  @Field(() => String, { nullable: true })
  basis: string | undefined;
  @Field(() => Boolean)
  measured: boolean;
}

@ObjectType('ByProductTest', {
  description:
    'The four questions of forurensningsloven § 27 second paragraph and Directive 2008/98/EC Art. 5(1) a–d as the giver answered them; null is not yet answered.',
})
export class ByProductTestModel implements ByProductTest {
  @Field(() => Boolean, { nullable: true })
  furtherUseCertain: boolean | undefined;
  @Field(() => Boolean, { nullable: true })
  usableDirectly: boolean | undefined;
  @Field(() => Boolean, { nullable: true })
  integralPart: boolean | undefined;
  @Field(() => Boolean, { nullable: true })
  lawfulUse: boolean | undefined;
}

/** A material that the text was read as; the material itself is resolved from its code. */
@ObjectType('Reading')
export class ReadingModel implements StatedReading {
  @Field(() => Float, { description: '0 to 1; 1 once the owner has named the material.' })
  confidence: number;
  /** Resolved. */
  code: string;
}

const whereExact = (group: DisclosureGroup): string =>
  `Null is not stated where ${group} of disclosures is EXACT, hidden where it is not.`;

@ObjectType('Listing', { implements: () => [NodeModel] })
export class ListingModel implements NodeModel {
  @Field(() => ID)
  id: string;
  @Field(() => SideEnum)
  side: Side;
  @Field(() => ListingStateEnum)
  state: ListingState;
  @Field(() => String, {
    description:
      "The firm's own words; struck of names where TEXT is BANDED; the material's label where it is HIDDEN.",
  })
  title: string;
  @Field(() => String, { nullable: true })
  description?: string | undefined;
  @Field(() => [StreamPropertyModel])
  properties: readonly StreamPropertyModel[];
  @Field(() => DateTimeScalar, { nullable: true })
  availableFrom?: Date | undefined;
  @Field(() => DateTimeScalar, { nullable: true })
  availableUntil?: Date | undefined;
  @Field(() => DecimalScalar, { nullable: true })
  price?: string | undefined;
  @Field(() => String, { nullable: true })
  currency?: string | undefined;
  @Field(() => String, {
    nullable: true,
    description: `The waste code as stated. ${whereExact('COMPOSITION')}`,
  })
  ewcCode?: string | undefined;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: `The least that can be moved at once, in the unit of the quantity. ${whereExact('AMOUNT')}`,
  })
  smallestLot?: string | undefined;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: `The most that can be moved at once, in the unit of the quantity. ${whereExact('AMOUNT')}`,
  })
  largestLot?: string | undefined;
  @Field(() => [String], {
    nullable: true,
    description: `Waste codes that the firm has permission to receive; an empty list is none. ${whereExact('IDENTITY')}`,
  })
  permittedWasteCodes?: readonly string[] | undefined;
  @Field(() => ByProductTestModel, {
    nullable: true,
    description: 'Null is not stated: the answers are shown to everybody who may know of the listing.',
  })
  byProductTest?: ByProductTestModel | undefined;
  @Field(() => Float, {
    nullable: true,
    description: `Farthest the firm accepts, km by road. ${whereExact('PLACE')}`,
  })
  maxDistanceKm?: number | undefined;
  @Field(() => [Float], {
    nullable: true,
    description: `Twelve relative weights, January first. ${whereExact('AMOUNT')}`,
  })
  monthlyProfile?: readonly number[] | undefined;
  @Field(() => [ReadingModel], {
    nullable: true,
    description: "What the text was read as, likeliest first; own listings only, null for others'.",
  })
  readings?: readonly ReadingModel[] | undefined;
  @Field(() => VisibilityEnum, {
    nullable: true,
    description: "Who may look at it without being matched; own listings only, null for others'.",
  })
  visibility?: Visibility | undefined;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the firm last said that it is true; own listings only, null for others'.",
  })
  confirmedAt?: Date | undefined;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "Own listings only, null for others': the last day (Europe/Oslo) unless confirmListing says again that it is true; null where it ends of itself by then.",
  })
  confirmBy?: Date | undefined;
  @Field(() => FreshnessEnum, {
    nullable: true,
    description: 'Null while the viewer may not know whose it is.',
  })
  freshness?: Freshness | undefined;
  @Field(() => FirmModel, { nullable: true, description: 'Null while the viewer may not know whose it is.' })
  firm?: FirmModel | undefined;
  @Field(() => SiteModel, {
    nullable: true,
    description:
      'Null while the viewer may not know whose it is, or where: site needs IDENTITY and PLACE, siteName and place one of them.',
  })
  site?: SiteModel | undefined;
  @Field(() => String, { nullable: true, description: 'Null while the viewer may not know whose it is.' })
  siteName?: string | undefined;
  @Field(() => PlaceModel, { nullable: true, description: 'Null while the viewer may not know where it is.' })
  place?: PlaceModel | undefined;
  @Field(() => String, { description: 'The municipality of the site.' })
  area: string;
  @Field(() => MunicipalityModel, { nullable: true, description: 'The area by its number; null abroad.' })
  municipality?: MunicipalityModel | undefined;
  @Field(() => Boolean)
  materialConfirmed: boolean;
  @Field(() => QuantityModel)
  quantity: QuantityModel;
  @Field(() => QuantityModel)
  remaining: QuantityModel;
  @Field(() => Int)
  version: number;
  @Field(() => DisclosureEnum)
  disclosure: Disclosure;
  @Field(() => [ListingDisclosureModel], {
    description:
      'How much of each group the viewer knows: every group once, so that null is never ambiguous.',
  })
  disclosures: readonly ListingDisclosureModel[];
  /** Resolved. */
  materialCode: string;
  own: boolean;
}

const testModel = (test: ByProductTest): ByProductTestModel => ({
  furtherUseCertain: test.furtherUseCertain,
  usableDirectly: test.usableDirectly,
  integralPart: test.integralPart,
  lawfulUse: test.lawfulUse,
});

export const listingModel = (view: SeenListing): ListingModel => ({
  id: view.id,
  side: view.side,
  state: view.state,
  title: view.title,
  description: view.description,
  properties: view.properties,
  availableFrom: view.availableFrom === undefined ? undefined : instantOf(view.availableFrom),
  availableUntil: view.availableUntil === undefined ? undefined : instantOf(view.availableUntil),
  price: view.price,
  currency: view.currency,
  ewcCode: view.wasteCode,
  smallestLot: view.smallestLot,
  largestLot: view.largestLot,
  permittedWasteCodes: view.permits,
  byProductTest: view.byProductTest && testModel(view.byProductTest),
  maxDistanceKm: view.maxDistanceKm,
  monthlyProfile: view.monthlyProfile,
  readings: view.readings,
  visibility: view.visibility,
  confirmedAt: view.confirmedAt,
  confirmBy: view.confirmBy === undefined ? undefined : instantOf(view.confirmBy),
  freshness: view.freshness,
  firm: view.firm,
  site: view.site,
  siteName: view.siteName,
  place: view.place,
  area: view.area ?? '',
  municipality: view.municipality,
  materialConfirmed: view.materialConfirmed,
  quantity: view.quantity,
  remaining: view.remaining,
  version: view.version,
  disclosure: view.disclosure,
  disclosures: disclosuresOf(view.levels),
  materialCode: view.materialCode,
  own: view.own,
});

@ObjectType('ListingEdge')
export class ListingEdgeModel {
  @Field(() => String)
  cursor: string;
  @Field(() => ListingModel)
  node: ListingModel;
}

@ObjectType('ListingConnection')
export class ListingConnectionModel {
  @Field(() => [ListingEdgeModel])
  edges: readonly ListingEdgeModel[];
  @Field(() => PageInfoModel)
  pageInfo: PageInfoModel;
  @Field(() => Int, { nullable: true })
  totalCount?: number | undefined;
}
