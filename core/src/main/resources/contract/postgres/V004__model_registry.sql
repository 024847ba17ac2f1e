-- How good a model is, whether it may be served, and what made it. metrics: by name, as in its evaluation.json; empty where
-- nothing could be held out. timings: milliseconds by step. verdict: of the quality gate, with its reasons; it never changes.
-- published_at: when its lists were completed; null where there are none.
ALTER TABLE models
  ADD COLUMN metrics         jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN timings         jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN code_version    text  NOT NULL DEFAULT 'unknown',
  ADD COLUMN verdict         text  NOT NULL DEFAULT 'passed' CHECK (verdict IN ('passed', 'refused')),
  ADD COLUMN verdict_reasons jsonb NOT NULL DEFAULT '[]';

-- Every time that a version became the served one, in order. cause: what made it so; a 'rollback' goes back to the version
-- that was served before the current one, passing over what was rolled back from.
CREATE TABLE model_promotions (
  tenant_id        text        NOT NULL,
  promotion_number bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  model_version    text        NOT NULL,
  cause            text        NOT NULL CHECK (cause IN ('publish', 'promote', 'rollback')),
  promoted_at      timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, promotion_number),
  FOREIGN KEY (tenant_id, model_version) REFERENCES models ON DELETE CASCADE
);

INSERT INTO model_promotions (tenant_id, model_version, cause, promoted_at)
SELECT tenant_id, model_version, 'publish', published_at FROM models WHERE published_at IS NOT NULL ORDER BY published_at;
