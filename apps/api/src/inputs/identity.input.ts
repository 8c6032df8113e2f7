import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import type { ClusterRole, FirmRole, KeyScope, Language } from '#domain';
import { ClusterRoleEnum, FirmRoleEnum, KeyScopeEnum, LanguageEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';
import { RepeatableInput } from './repeatable.input.js';

const MOST = 300;

@InputType('InvitePersonInput')
export class InvitePersonInput extends RepeatableInput {
  @Field(() => String, { description: 'Where the link goes, and who must accept it.' })
  @MaxLength(MOST)
  email: string;
  @Field(() => FirmRoleEnum, { description: 'What the person will be in the firm acted for.' })
  role: FirmRole;
  @Field(() => LanguageEnum, { defaultValue: 'nb', description: 'Of the mail.' })
  language: Language;
}

@InputType('InviteStaffInput')
export class InviteStaffInput extends RepeatableInput {
  @Field(() => ID, { description: "One of the viewer's own clusters." })
  clusterId: string;
  @Field(() => String, { description: 'Where the link goes, and who must accept it.' })
  @MaxLength(MOST)
  email: string;
  @Field(() => ClusterRoleEnum, { description: 'What the person will be in the cluster.' })
  role: ClusterRole;
  @Field(() => LanguageEnum, { defaultValue: 'nb', description: 'Of the mail.' })
  language: Language;
}

@InputType('InviteFirmInput')
export class InviteFirmInput extends RepeatableInput {
  @Field(() => ID, { description: "One of the viewer's own clusters." })
  clusterId: string;
  @Field(() => String, { description: 'As it is registered.' })
  @MaxLength(MOST)
  name: string;
  @Field(() => String, { description: 'Nine digits, the last a check digit.' })
  @MaxLength(MOST)
  orgNumber: string;
  @Field(() => String, { description: 'NACE Rev. 2 class, such as 16.10.' })
  @MaxLength(MOST)
  naceCode: string;
  @Field(() => String, { description: 'Name of its first site.' })
  @MaxLength(MOST)
  siteName: string;
  @Field(() => String, { description: 'Four digits, such as 3401.' })
  @MaxLength(MOST)
  municipalityNumber: string;
  @Field(() => Float, {
    nullable: true,
    description: 'Of the site, with longitude; the middle of the municipality when nothing is said.',
  })
  @IsOptional()
  latitude?: number | null;
  @Field(() => Float, { nullable: true, description: 'Of the site, with latitude.' })
  @IsOptional()
  longitude?: number | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Unclaimed hints of the cluster that are meant: told to the firm once it takes part.',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  hintIds?: string[] | null;
  @Field(() => String, { description: "Of the firm's first administrator." })
  @MaxLength(MOST)
  email: string;
  @Field(() => LanguageEnum, { defaultValue: 'nb', description: 'Of the mail.' })
  language: Language;
}

@InputType('FirstAccountInput')
export class FirstAccountInput {
  @Field(() => String, { description: 'To sign in with.' })
  @MaxLength(MOST)
  email: string;
  @Field(() => String, { description: 'Of the person.' })
  @MaxLength(MOST)
  name: string;
  @Field(() => String, { description: '12 to 128 letters.' })
  @MaxLength(MOST)
  password: string;
  @Field(() => String, { description: 'Of the cluster that is made.' })
  @MaxLength(MOST)
  clusterName: string;
  @Field(() => String, { description: 'Short name of the cluster, for addresses.' })
  @MaxLength(MOST)
  slug: string;
}

@InputType('ApiKeyInput')
export class ApiKeyInput extends RepeatableInput {
  @Field(() => String, { description: 'What it is for.' })
  @MaxLength(MOST)
  name: string;
  @Field(() => [KeyScopeEnum], { description: 'What it may be used for; no more than the program needs.' })
  @ArrayMaxSize(10)
  scopes: KeyScope[];
  @Field(() => DateTimeScalar, { description: 'When it ends by itself; within a year.' })
  expiresAt: Date;
}
