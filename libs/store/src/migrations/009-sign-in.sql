-- Second factors, fresh proofs and the count of failed tries; see decision 0025. Names in quotes are those of
-- better-auth 1.7 and of its plugins for two factors and for passkeys.

alter table auth."user" add "twoFactorEnabled" boolean not null default false;

-- How the person last proved who he or she is in this session, and when: what step-up is judged by.
alter table auth."session"
  add "provedBy" text check ("provedBy" in ('password', 'sso', 'totp', 'passkey', 'backup-code')),
  add "provedAt" timestamptz;

-- A session ends seven days after it began, however much it is used. The library extends sessions itself, so the
-- database holds it to that.
create function auth.end_with_age() returns trigger language plpgsql as $$
begin
  new."expiresAt" := least(new."expiresAt", new."createdAt" + interval '7 days');
  return new;
end $$;
create trigger end_with_age before insert or update on auth."session"
  for each row execute function auth.end_with_age();

create table auth."twoFactor" (
  "id" text not null primary key,
  -- both encrypted with the installation's secret
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "verified" boolean not null default true,
  "failedVerificationCount" integer not null default 0,
  "lockedUntil" timestamptz
);
create unique index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

create table auth."passkey" (
  "id" text not null primary key,
  "name" text,
  "publicKey" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "credentialID" text not null,
  "counter" integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
create index "passkey_userId_idx" on auth."passkey" ("userId");
create unique index "passkey_credentialID_idx" on auth."passkey" ("credentialID");

-- One account of an identity provider belongs to one person.
create unique index "account_provider_idx" on auth."account" ("providerId", "accountId");

-- A code of an authenticator app counts once (RFC 6238, 5.2).
create table auth.used_code (
  person_id text not null references auth."user" ("id") on delete cascade,
  code_hash text not null,
  used_at timestamptz not null,
  primary key (person_id, code_hash)
);

-- Failed tries: of an account from one address, of an account from everywhere (address ''), and from an address on
-- whatever account (account ''). Accounts are hashes, since most of what strangers type is nobody's account.
create table auth.sign_in_tries (
  account text not null,
  address text not null,
  failures integer not null,
  -- when the count began
  since timestamptz not null,
  blocked_until timestamptz,
  -- when the account last signed in from the address
  succeeded_at timestamptz,
  primary key (account, address)
);
create index on auth.sign_in_tries (since);
