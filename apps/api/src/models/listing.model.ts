import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { instantOf, type Disclosure, type ListingState, type PropertyView, type Side } from '#domain';
import type { SeenListing } from '#market';
import { DisclosureEnum, ListingStateEnum, SideEnum } from '../enums.js';
import { DateTimeScalar, DecimalScalar } from '../scalars.js';
import { FirmModel, SiteModel } from './firm.model.js';
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

@ObjectType('Listing', { implements: () => [NodeModel] })
export class ListingModel implements NodeModel {
  @Field(() => ID)
  id: string;
  @Field(() => SideEnum)
  side: Side;
  @Field(() => ListingStateEnum)
  state: ListingState;
  @Field(() => String, {
    description: "The firm's own words; the material's label while the listing is masked.",
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
  @Field(() => FirmModel, { nullable: true, description: 'Null while the viewer may not know whose it is.' })
  firm?: FirmModel | undefined;
  @Field(() => SiteModel, { nullable: true, description: 'Null while the viewer may not know whose it is.' })
  site?: SiteModel | undefined;
  @Field(() => String, { description: 'The municipality of the site.' })
  area: string;
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
  /** Resolved. */
  materialCode: string;
  own: boolean;
}

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
  firm: view.firm,
  site: view.site,
  area: view.area ?? '',
  materialConfirmed: view.materialConfirmed,
  quantity: view.quantity,
  remaining: view.remaining,
  version: view.version,
  disclosure: view.disclosure,
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
