import { Button, Heading, Textfield } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { WorkshopListQuery } from '#operations';
import { useAct } from '../shared/act.js';
import { fieldOf, Refusal } from '../shared/refusal.js';
import { Whole } from '../shared/whole.js';
import { OpenWorkshop, WorkshopList } from './hints.graphql';

interface WorkshopsProps {
  readonly clusterId: string;
  readonly slug: string;
}

/** Meetings at which firms say what they have and want. */
export function Workshops({ clusterId, slug }: WorkshopsProps) {
  const result = useQuery(WorkshopList, { variables: { clusterId } });
  return (
    <div className="hints-stack">
      <OpenForm clusterId={clusterId} slug={slug} />
      <Whole result={result}>{({ workshops }) => <Meetings workshops={workshops} slug={slug} />}</Whole>
    </div>
  );
}

function OpenForm({ clusterId, slug }: WorkshopsProps) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { act, busy, trouble } = useAct(OpenWorkshop);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name: '', heldOn: '' } });
  const open = handleSubmit(async ({ name, heldOn }) => {
    const done = await act({ input: { clusterId, name, heldOn: `${heldOn}T00:00:00Z` } });
    if (done !== undefined)
      await navigate({ to: '/cluster/$slug/workshops/$id', params: { slug, id: done.workshop.id } });
  });
  const wrong = (field: 'name' | 'heldOn') =>
    (formState.errors[field] !== undefined || fieldOf(trouble) === field) &&
    intl.formatMessage({ id: `hints.workshop.problem.${field}` });
  return (
    <form noValidate className="form" onSubmit={(event) => void open(event)}>
      <Heading level={2} data-size="2xs">
        <FormattedMessage id="hints.workshop.new" />
      </Heading>
      <div className="form-pair">
        <Textfield
          label={<FormattedMessage id="hints.workshop.name" />}
          error={wrong('name')}
          {...register('name', { required: true })}
        />
        <Textfield
          type="date"
          label={<FormattedMessage id="hints.workshop.heldOn" />}
          error={wrong('heldOn')}
          {...register('heldOn', { required: true })}
        />
      </div>
      <Refusal trouble={trouble} fields={['name', 'heldOn']} />
      <div className="row-deeds">
        <Button type="submit" loading={busy}>
          <FormattedMessage id="hints.workshop.open" />
        </Button>
      </div>
    </form>
  );
}

interface MeetingsProps {
  readonly workshops: WorkshopListQuery['workshops'];
  readonly slug: string;
}

function Meetings({ workshops, slug }: MeetingsProps) {
  if (workshops.length === 0)
    return (
      <p className="quiet">
        <FormattedMessage id="hints.workshop.none" />
      </p>
    );
  return (
    <section className="block" aria-labelledby="hints-meetings">
      <Heading level={2} data-size="2xs" id="hints-meetings">
        <FormattedMessage id="hints.workshop.held" />
      </Heading>
      <ul className="rows">
        {workshops.map(({ id, name, heldOn, counts }) => (
          <li key={id}>
            <span className="row-main">
              <Link to="/cluster/$slug/workshops/$id" params={{ slug, id }}>
                {name}
              </Link>
              <small className="quiet">
                <FormattedDate value={heldOn} dateStyle="long" timeZone="UTC" />
              </small>
            </span>
            <small className="quiet">
              <FormattedMessage id="hints.workshop.counts" values={counts} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
