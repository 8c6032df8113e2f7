import type { DisclosureGroup } from '#domain';
import type { Canary, CanaryGroup } from './canaries.js';

type Belonging = Pick<Canary, 'group' | 'needs'>;

/** What must be disclosed of a listing for a column to be shown. */
const OF_LISTING: Readonly<Record<DisclosureGroup, string>> = {
  IDENTITY: 'firm.name site.name listing_version.permits',
  PLACE:
    'road_distance.km site.latitude site.longitude site.radius_km listing_version.max_distance_km listing_search.max_km listing_search.place listing_search.x listing_search.y listing_search.z listing_search.radius_km',
  AMOUNT:
    'listing.remaining listing.available_until listing_version.amount listing_version.smallest_lot listing_version.largest_lot listing_version.monthly_profile listing_version.available_from listing_version.available_until listing_search.yearly_base',
  COMPOSITION: 'listing_version.properties listing_version.waste_code',
  PRICE: 'listing_version.price',
  TEXT: 'listing_version.title listing_version.description',
};

/** Whose all other columns are. */
const OF_OTHERS: Readonly<Partial<Record<CanaryGroup, string>>> = {
  own: 'listing_version.readings listing_search.confidence listing.confirm_by reminder.due_on confirmation_link.due_on listing_draft.title listing_draft.description listing_draft.amount listing_draft.amount_text listing_draft.source reference_totals.amounts reference_totals.scope goal.name goal.change goal.baseline goal.scope goal.due_on plan_hint.least plan_hint.most treatment_plant.capacity_tonnes treatment_plant.cost_nok_per_tonne plan_plant_hint.least plan_plant_hint.most',
  deal: 'proposal.price proposal.note proposal.transport_mode proposal.starts_on proposal.ends_on agreement.price agreement.starts_on agreement.ends_on delivery.reference delivery.delivered_on ledger_entry.value_nok disclosure_request.note disclosure_grant.until delivery_import.file_name delivery_import.correction_reason delivery_import.format delivery_import_row.cells delivery_import_row.delivery delivery_import_row.problems delivery_import_row.judged delivery_paper.file_name delivery_paper.content delivery_paper.sha256 plan_suggestion.amount',
  dealAmount:
    'proposal.amount agreement.amount agreement.drawn_from_offer agreement.drawn_from_need agreement.road_km delivery.amount delivery.amount_base delivery.road_km ledger_entry.amount_base ledger_entry.road_km ledger_entry.occurred_on ledger_entry.ends_on',
  figures: 'match.yearly_base',
  view: 'match.giver_view match.taker_view match.giver_score match.taker_score match.score',
  person:
    'auth.user.name auth.user.email auth.user.image auth.session.userAgent auth.session.token auth.session.id auth.passkey.name auth.passkey.publicKey auth.passkey.credentialID watch.name',
  managed:
    'invitation.email invitation.draft api_key.name api_key.prefix access_log.subject webhook.url webhook.description hint.firm_name hint.org_number hint.site_name hint.material_text hint.amount_text hint.source hint.contact_email workshop.name match_note.text next_step.text next_step.due_on plan.fixed_cost_nok plan.most_tonne_km plan.result joint_transport.tours joint_transport.other_km joint_transport.nok_low joint_transport.nok_high joint_transport.co2e_kg_low joint_transport.co2e_kg_high',
};

const words = (text: string): readonly string[] => text.split(' ');

const BELONGINGS: ReadonlyMap<string, Belonging> = new Map<string, Belonging>([
  ...Object.entries(OF_LISTING).flatMap(([need, columns]) =>
    words(columns).map((column): [string, Belonging] => [
      column,
      { group: 'listing', needs: [need as DisclosureGroup] },
    ]),
  ),
  ...Object.entries(OF_OTHERS).flatMap(([group, columns]) =>
    words(columns).map((column): [string, Belonging] => [column, { group: group as CanaryGroup, needs: [] }]),
  ),
]);
const NOBODYS: Belonging = { group: 'never', needs: [] };

/** What a column gives away; one that nobody has ruled on may be seen by nobody. */
export const belongingOf = (column: string): Belonging => BELONGINGS.get(column) ?? NOBODYS;

/** Columns in which nothing can be planted, and why what they hold betrays nobody. */
const PLAIN: Readonly<Record<string, string>> = {
  'one of a few states, kinds or units':
    'listing.side listing.state listing_version.unit listing_version.per listing_version.currency listing_version.visibility listing_search.side match.state match.decline_reason proposal.state proposal.unit proposal.per proposal.currency proposal.decline_reason agreement.unit agreement.per agreement.currency delivery.unit ledger_entry.kind ledger_entry.basis ledger_entry.unit_kind person_firm.role person_cluster.role event.type look.what look.role idempotency.operation invitation.kind invitation.role api_key.scopes access_log.kind access_log.role mail.kind mail.language mail.state auth.user.language auth.session.provedBy auth.passkey.deviceType auth.passkey.transports auth.account.providerId job_request.name job_request.reason webhook.events webhook.state webhook.disabled_for webhook_delivery.type webhook_delivery.state webhook_attempt.outcome site.country disclosure_request.groups disclosure_request.state disclosure_grant.groups watch.side watch.state watch_material.side watch.rhythm notification.channel notification_mark.channel notification_mark.rhythm notification_setting.channel notification_setting.rhythm notification_setting.topic unsubscription.channel unsubscription.topics delivery_import_row.effect delivery_import_row.outcome delivery_import.state delivery_paper.kind delivery_paper.media_type hint.side hint.state listing_draft.side listing_draft.unit listing_draft.per goal.figure goal.unit next_step.outcome joint_transport.state plan.objective plan.state plan_suggestion.unit plan_suggestion.per plan_hint.kind plan_hint.objective plan_hint.unit plan_plant_hint.objective treatment_plant.state',
  'reference data, shown by rule or by the area':
    'firm.nace_code firm.division site.municipality_number listing.material_code listing_version.material_code watch_material.material_code listing_search.division hint.material_code hint.municipality_number listing_draft.material_code match.link match.rule_set match.factor_set ledger_entry.method_version',
  'four answers that are shown to whoever may know of the listing': 'listing_version.by_product_test',
  'ids, and codes of the reference data':
    'webhook_delivery.data agreement.exchange ledger_entry.exchange idempotency.outcome event.cluster_id job_request.key job_request.payload job_request.trace_parent mail.person_id inbox_read.person_id notification.person_id notification_mark.person_id notification_setting.person_id unsubscription.person_id watch.person_id watch_hit.person_id person_cluster.person_id acting_for.session_id delivery_import.uploaded_by delivery_import.committed_by delivery_paper.attached_by delivery_paper.removed_by hint.stated_by workshop.made_by listing_draft.written_by draft_permission.given_by reference_totals.recorded_by goal.set_by joint_transport.offered_by plan.cluster_ids plan.requested_by plan_suggestion.flow_id plan_suggestion.suggested_by treatment_plant.listed_by treatment_plant.treatment treatment_plant.material_codes',
  "counters of the system's own":
    'event.xid search_change.xid webhook_delivery.event_xid cost_bucket.points cost_bucket.holder cost_bucket.size',
  'the score of one of the matches, which is watched there': 'match_list.floor',
  'the address of this machine': 'auth.session.ipAddress',
  "limits of a wish, told with its name; outlines of others' listings, as they were told":
    'watch.conditions watch_hit.told',
  'the day of a meeting, told with its name': 'workshop.held_on',
  'which column of a file tells what, and how many rows would do what':
    'delivery_import.plan delivery_import.counts delivery_import.totals',
  'what a mail server answered, in codes; the probe has none': 'mail.reason',
  'kind of an error and its code; the probe has none': 'delivery_import.failure plan.failure',
  'model of an authenticator, which its maker gives to thousands': 'auth.passkey.aaguid',
};

const REASONS: ReadonlyMap<string, string> = new Map(
  Object.entries(PLAIN).flatMap(([reason, columns]) =>
    words(columns).map((column) => [column, reason] as const),
  ),
);

/** Tables that name no firm and no person, so that no row of theirs is a victim's, and why that is no gap. */
const OF_NOBODY: Readonly<Record<string, string>> = {
  'reference data, the same for everybody':
    'reference_version waste_code industry_code municipality postal_place material substitution factor factor_set legal_rule price detour material_number',
  'names of clusters, for everybody who is signed in': 'cluster',
  'years, names of figures and a hash, which staff chose to show to everybody': 'published_page',
  'sums over firms: the amounts in them are watched in the ledger, and what sums tell is the work of decision 0022':
    'figure figure_parcel figure_parcel_entry figure_held reference_release',
  'the ledger once more, as legs, hashes and sums, for the installation and its figures: what it holds is watched in the ledger':
    'ledger_leg ledger_link ledger_seal ledger_balance ledger_month ledger_rate',
  'how far the installation has come, and which parts of it are in use':
    'mark auth.rateLimit migration matching_run matching_chunk',
  'hashes of accounts, and the address of this machine': 'auth.sign_in_tries',
};
const REASONS_OF_TABLES: ReadonlyMap<string, string> = new Map(
  Object.entries(OF_NOBODY).flatMap(([reason, tables]) => words(tables).map((one) => [one, reason] as const)),
);

/** Why a column needs no canary; undefined where it does. */
export function reasonToSkip(column: string): string | undefined {
  const table = column.slice(0, column.lastIndexOf('.'));
  // The queue's own tables: jobs name things by their ids.
  if (table.startsWith('bullmq.')) return 'jobs, which name things by their ids';
  return REASONS.get(column) ?? REASONS_OF_TABLES.get(table);
}
