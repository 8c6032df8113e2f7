import {
  actsFor,
  Decimal,
  foundIn,
  plain,
  SYSTEM,
  type Actor,
  type ClassifierContext,
  type Material,
  type Side,
} from '#domain';
import { readGuidance, type Guidance } from './guidance.js';
import type { Setting } from './setting.js';
import type { AreaView, LegalRuleView, TextReadingView, WasteCodeView } from './views.js';

/** A listing takes no longer description. */
const MOST_LETTERS = 10_000;

/** What is known of materials, waste codes and areas, and what a text says of them: the same for everybody. */
export class MaterialsService {
  private guidance: Promise<Guidance> | undefined;

  constructor(private readonly setting: Setting) {}

  material(code: string): Material | undefined {
    return this.setting.rules.materials.get(code);
  }

  /** Waste codes as the list of waste has them, in the order asked for. */
  async wasteCodes(codes: readonly string[]): Promise<readonly WasteCodeView[]> {
    const { wasteCodes } = await this.loadedGuidance();
    return codes.flatMap((code) => wasteCodes.get(code) ?? []);
  }

  async legalRules(codes: readonly string[]): Promise<readonly LegalRuleView[]> {
    const { legalRules } = await this.loadedGuidance();
    return codes.flatMap((code) => legalRules.get(code) ?? []);
  }

  /** The nodes above a material, the nearest first. */
  broader(code: string): readonly Material[] {
    const { materials } = this.setting.rules;
    const [, ...above] = materials.pathToRoot(code);
    return above.flatMap((one) => materials.get(one) ?? []);
  }

  /** Counties and municipalities, by name. */
  async areas(): Promise<readonly AreaView[]> {
    return (await this.loadedGuidance()).areas;
  }

  /** What the classifier may know of who writes: the industry only where the viewer acts for the site's firm. */
  async context(actor: Actor, side: Side, siteId: string | undefined): Promise<ClassifierContext> {
    if (siteId === undefined) return { side };
    return this.setting.store.read(actor, async (tx) => {
      const site = await tx.firms.site(siteId);
      if (site === null || !actsFor(actor, site.firmId)) return { side };
      const [firm] = await tx.firms.byIds([site.firmId]);
      return { side, division: firm?.division };
    });
  }

  /** What a free text says: materials, amounts and properties, all to be confirmed by whoever wrote it. */
  text(text: string, context: ClassifierContext, first: number): TextReadingView {
    const found = foundIn(text.slice(0, MOST_LETTERS));
    return {
      suggestions: this.setting.classifier.suggest(text, context, first),
      quantities: found.quantities.map((one) => ({
        value: shown(one.value),
        min: shown(one.min),
        max: shown(one.max),
        unit: one.unit,
        per: one.per,
        text: one.text,
      })),
      properties: found.properties.map((one) => ({
        property: one.property,
        typical: shown(one.value),
        min: shown(one.min),
        max: shown(one.max),
        unit: one.unit,
        basis: one.basis,
        text: one.text,
      })),
    };
  }

  /** Read once: reference data change with a new version of the program only. */
  private loadedGuidance(): Promise<Guidance> {
    this.guidance ??= this.setting.store.read(SYSTEM, readGuidance).catch((error: unknown) => {
      this.guidance = undefined;
      throw error;
    });
    return this.guidance;
  }
}

const shown = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : plain(new Decimal(value));
