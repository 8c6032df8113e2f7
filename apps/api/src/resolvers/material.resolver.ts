import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, Material, Side } from '#domain';
import type { Market } from '#market';
import { pageSize } from '../connection.js';
import { CurrentActor } from '../context.js';
import { SideEnum } from '../enums.js';
import { knownId } from '../ids.js';
import {
  AreaModel,
  legalRuleModel,
  LegalRuleModel,
  materialModel,
  MaterialModel,
  MaterialSuggestionModel,
  wasteCodeModel,
  WasteCodeModel,
} from '../models/material.model.js';
import { textReadingModel, TextReadingModel } from '../models/text-reading.model.js';
import { Outcomes } from '../outcomes/outcomes.js';
import { InjectMarket } from '../tokens.js';

const inLocale = (texts: Material['labels'], locale: string | null): string =>
  (locale ?? 'nb').toLowerCase().startsWith('en') ? texts.en : texts.nb;

const Locale = (): ParameterDecorator =>
  Args('locale', { type: () => String, nullable: true, defaultValue: 'nb' });

/** Materials that a text is proposed when a client reads it along with amounts and properties. */
const SUGGESTIONS = 5;

@Resolver(() => MaterialModel)
export class MaterialResolver {
  private readonly outcomes: Outcomes;

  constructor(@InjectMarket() private readonly market: Market) {
    this.outcomes = new Outcomes(market);
  }

  @Query(() => [MaterialSuggestionModel], {
    name: 'suggestMaterials',
    description: "siteId: a site of the viewer's, whose industry then weighs in.",
  })
  async suggestMaterials(
    @CurrentActor() actor: Actor,
    @Args('text', { type: () => String }) text: string,
    @Args('side', { type: () => SideEnum }) side: Side,
    @Args('first', { type: () => Int, defaultValue: 5 }) first: number,
    @Args('siteId', { type: () => ID, nullable: true }) siteId: string | null,
  ): Promise<readonly MaterialSuggestionModel[]> {
    const context = await this.context(actor, side, siteId);
    return this.outcomes.suggestions(this.market.listings.suggestMaterials(text, context, pageSize(first)));
  }

  @Query(() => TextReadingModel, {
    name: 'readText',
    description:
      "What a title or description says, before it is published. siteId: a site of the viewer's, whose industry then weighs in.",
  })
  async readText(
    @CurrentActor() actor: Actor,
    @Args('text', { type: () => String }) text: string,
    @Args('side', { type: () => SideEnum }) side: Side,
    @Args('siteId', { type: () => ID, nullable: true }) siteId: string | null,
  ): Promise<TextReadingModel> {
    const read = this.market.materials.text(text, await this.context(actor, side, siteId), SUGGESTIONS);
    return textReadingModel(read, this.outcomes.suggestions(read.suggestions));
  }

  @Query(() => [AreaModel], {
    name: 'areas',
    description: 'Counties, then municipalities, each by name: what a watch may be kept to.',
  })
  areas(): Promise<readonly AreaModel[]> {
    return this.market.materials.areas();
  }

  @ResolveField('broader', () => [MaterialModel], {
    description: 'The nodes of the tree above it, the nearest first.',
  })
  broader(@Parent() material: MaterialModel): readonly MaterialModel[] {
    return this.market.materials.broader(material.code).map(materialModel);
  }

  @ResolveField('label', () => String)
  label(@Parent() material: MaterialModel, @Locale() locale: string | null): string {
    return inLocale(material.labels, locale);
  }

  @ResolveField('wasteCodes', () => [WasteCodeModel], {
    description:
      'The codes it travels under when it is waste, the usual one first; ewcCodes with what they mean.',
  })
  async wasteCodes(@Parent() material: MaterialModel): Promise<readonly WasteCodeModel[]> {
    return (await this.market.materials.wasteCodes(material.ewcCodes)).map(wasteCodeModel);
  }

  @ResolveField('legal', () => [LegalRuleModel], { description: 'Rules of law that usually apply to it.' })
  async legal(@Parent() material: MaterialModel): Promise<readonly LegalRuleModel[]> {
    return (await this.market.materials.legalRules(material.legalCodes)).map(legalRuleModel);
  }

  private context(actor: Actor, side: Side, siteId: string | null) {
    return this.market.materials.context(actor, side, siteId ? knownId(siteId) : undefined);
  }
}

@Resolver(() => WasteCodeModel)
export class WasteCodeResolver {
  @ResolveField('title', () => String)
  title(@Parent() wasteCode: WasteCodeModel, @Locale() locale: string | null): string {
    return inLocale(wasteCode.titles, locale);
  }
}

@Resolver(() => LegalRuleModel)
export class LegalRuleResolver {
  @ResolveField('text', () => String)
  text(@Parent() rule: LegalRuleModel, @Locale() locale: string | null): string {
    return inLocale(rule.texts, locale);
  }
}
