import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Said } from '../said/said.js';
import type { TextId } from '../texts/catalogue.js';
import type { Sending } from './sending.js';

interface SendingStateProps {
  readonly progress: number | undefined;
  readonly refusal: Exclude<Sending, { is: 'kept' }> | undefined;
}

/** Codes that the api refuses files with, each with what to do about it. */
const REFUSALS: Readonly<Record<string, TextId>> = {
  FILE_BROKEN: 'deliveries.refused.broken',
  FILE_ENCRYPTED: 'deliveries.refused.encrypted',
  FILE_MACROS: 'deliveries.refused.macros',
  FILE_TOO_LARGE: 'deliveries.refused.tooLarge',
  FILE_TYPE: 'deliveries.refused.type',
  RATE_LIMITED: 'deliveries.refused.busy',
  UNAVAILABLE: 'deliveries.refused.busy',
};

/** How far a file is, or why it was not taken: in clear words, the server's own behind them. */
export function SendingState({ progress, refusal }: SendingStateProps) {
  const intl = useIntl();
  return (
    <>
      {progress !== undefined && (
        <div className="deliveries-progress" role="status">
          <FormattedMessage id={progress < 1 ? 'deliveries.sending' : 'deliveries.reading'} />
          <progress
            aria-label={intl.formatMessage({ id: 'deliveries.sending' })}
            {...(progress < 1 ? { value: progress } : {})}
            max={1}
          />
        </div>
      )}
      {refusal !== undefined && (
        <Alert data-color="danger" role="alert">
          <Paragraph>
            {refusal.is === 'unreachable' ? (
              <FormattedMessage id="deliveries.refused.unreachable" />
            ) : (
              <>
                <FormattedMessage id={REFUSALS[refusal.code] ?? 'deliveries.refused.other'} />{' '}
                <span className="quiet">
                  <Said>{refusal.message}</Said>
                </span>
              </>
            )}
          </Paragraph>
        </Alert>
      )}
    </>
  );
}
