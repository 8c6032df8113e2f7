import type { Day, Decimal, Factor, MaterialRole, Trust } from '#domain';
import { Entity, PrimaryColumn } from 'typeorm';
import { BooleanColumn, DayColumn, DecimalColumn, FloatColumn, IntColumn, TextColumn } from '../columns.js';

@Entity('material')
export class MaterialRow {
  @PrimaryColumn('text') code: string;
  @TextColumn({ nullable: true }) parent: string | null;
  @TextColumn() class: string;
  @TextColumn() role: MaterialRole;
  @TextColumn() labelNb: string;
  @TextColumn() labelEn: string;
  @TextColumn({ array: true }) synonymsNb: string[];
  @TextColumn({ array: true }) synonymsEn: string[];
  @TextColumn() unit: string;
  @TextColumn({ array: true }) wasteCodes: string[];
  @TextColumn({ array: true }) givers: string[];
  @TextColumn({ array: true }) takers: string[];
  /** As the data file writes them: `moisture 35..55 % wet|…`. */
  @TextColumn() properties: string;
  @TextColumn({ array: true }) legal: string[];
  @FloatColumn() reachKm: number;
  @BooleanColumn() storable: boolean;
  @FloatColumn({ nullable: true }) density: number | null;
  @TextColumn({ nullable: true }) densityName: string | null;
  @FloatColumn({ nullable: true }) heatingValue: number | null;
  @TextColumn({ nullable: true }) heatingValueName: string | null;
  @TextColumn({ nullable: true }) productionFactor: string | null;
  @TextColumn({ nullable: true }) disposalFactor: string | null;
  @TextColumn() source: string;
  @TextColumn() confidence: Trust;
}

@Entity('substitution')
export class SubstitutionRow {
  @PrimaryColumn('text') byProduct: string;
  @PrimaryColumn('text') servesAs: string;
  @FloatColumn() ratio: number;
  @FloatColumn() suitability: number;
  @TextColumn() treatment: string;
  @TextColumn() limits: string;
  @TextColumn({ nullable: true }) displaces: string | null;
  @TextColumn() evidence: string;
  @TextColumn() source: string;
  @TextColumn() confidence: Trust;
}

@Entity('factor_set')
export class FactorSetRow {
  @PrimaryColumn('text') id: string;
  @DayColumn({ nullable: true }) usedFrom: Day | null;
  @TextColumn({ nullable: true }) replaces: string | null;
  @TextColumn() note: string;
}

@Entity('factor')
export class FactorRow {
  @PrimaryColumn('text') setId: string;
  @PrimaryColumn('text') key: string;
  @TextColumn() kind: Factor['kind'];
  @DecimalColumn() value: Decimal;
  @DecimalColumn() low: Decimal;
  @DecimalColumn() high: Decimal;
  @TextColumn() unit: string;
  @TextColumn() boundary: string;
  @TextColumn() source: string;
  @TextColumn() sourceUrl: string;
  @IntColumn() year: number;
  @TextColumn() geography: string;
  @TextColumn() trust: Trust;
  @TextColumn() note: string;
}

/** NOK under the key of the factor that it belongs to. */
@Entity('price')
export class PriceRow {
  @PrimaryColumn('text') setId: string;
  @PrimaryColumn('text') key: string;
  @TextColumn() kind: Factor['kind'];
  @DecimalColumn() value: Decimal;
  @DecimalColumn() low: Decimal;
  @DecimalColumn() high: Decimal;
  @TextColumn() unit: string;
  @TextColumn() source: string;
  @TextColumn() sourceUrl: string;
  @IntColumn() year: number;
  @TextColumn() geography: string;
  @TextColumn() trust: Trust;
  @TextColumn() note: string;
}

@Entity('legal_rule')
export class LegalRuleRow {
  @PrimaryColumn('text') code: string;
  @TextColumn() textNb: string;
  @TextColumn() textEn: string;
  @TextColumn() source: string;
}

@Entity('detour')
export class DetourRow {
  @PrimaryColumn('text') region: string;
  @TextColumn() name: string;
  @FloatColumn() factor: number;
  @FloatColumn() low: number;
  @FloatColumn() high: number;
  @IntColumn() pairs: number;
}

@Entity('waste_code')
export class WasteCodeRow {
  @PrimaryColumn('text') code: string;
  @TextColumn({ nullable: true }) parent: string | null;
  @IntColumn() level: number;
  @BooleanColumn({ nullable: true }) hazardous: boolean | null;
  @TextColumn({ nullable: true }) titleEn: string | null;
  @TextColumn({ nullable: true }) titleNb: string | null;
}

@Entity('industry_code')
export class IndustryCodeRow {
  @PrimaryColumn('text') code: string;
  @TextColumn() level: string;
  @TextColumn({ nullable: true }) parent: string | null;
  @TextColumn() titleEn: string;
  @TextColumn({ nullable: true }) titleNb: string | null;
}

@Entity('municipality')
export class MunicipalityRow {
  @PrimaryColumn('text') number: string;
  @TextColumn() name: string;
  @TextColumn() county: string;
  @FloatColumn() latitude: number;
  @FloatColumn() longitude: number;
}

@Entity('postal_place')
export class PostalPlaceRow {
  @PrimaryColumn('text') postalCode: string;
  @TextColumn() place: string;
  @TextColumn() municipalityNumber: string;
  @FloatColumn() latitude: number;
  @FloatColumn() longitude: number;
}
