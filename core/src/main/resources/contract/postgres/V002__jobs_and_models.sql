-- How far each job has followed the changes of each tenant: every change below change_number has been taken over.
CREATE TABLE sync_marks (
  tenant_id     text        NOT NULL REFERENCES tenants,
  job           text        NOT NULL,
  change_number bigint      NOT NULL,
  synced_at     timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, job)
);

-- The registry of trained models. A row is written once its artefact is complete, and the artefact never changes.
CREATE TABLE models (
  tenant_id      text        NOT NULL REFERENCES tenants,
  model_version  text        NOT NULL,
  algorithm      text        NOT NULL,
  settings       jsonb       NOT NULL,
  interval_start timestamptz NOT NULL,
  interval_end   timestamptz NOT NULL,
  events_until   timestamptz NOT NULL,
  artefact_uri   text        NOT NULL,
  row_counts     jsonb       NOT NULL,
  trained_at     timestamptz NOT NULL,
  published_at   timestamptz,
  PRIMARY KEY (tenant_id, model_version)
);
