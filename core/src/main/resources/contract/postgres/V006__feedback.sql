-- What a coupon asks of those whom it is given to.
--   min_severity: of the feedback that it answers: a score of 3 has severity 1, a score of 1 has 3
--   once_per_user: nobody is given it twice
--   cool_down_days: not to a user who was given any coupon within so many days
--   budget: how often it may be given; null for any number
ALTER TABLE coupons
  ADD COLUMN min_severity   integer NOT NULL DEFAULT 1 CHECK (min_severity BETWEEN 1 AND 3),
  ADD COLUMN once_per_user  boolean NOT NULL DEFAULT true,
  ADD COLUMN cool_down_days integer NOT NULL DEFAULT 0 CHECK (cool_down_days BETWEEN 0 AND 3650),
  ADD COLUMN budget         integer CHECK (budget >= 0),
  ADD COLUMN change_number  bigint  NOT NULL DEFAULT 0;

CREATE TRIGGER coupons_change BEFORE INSERT OR UPDATE ON coupons
  FOR EACH ROW EXECUTE FUNCTION stamp_change_number();

-- How a tenant answers critical feedback; a tenant without a row has the defaults.
--   goodwill_…: what is given where no coupon fits; without a discount it is an apology alone
--   max_coupons_per_user: within max_coupons_days; who complains more often gets an apology alone
--   max_coupons_per_day: of all users together, a day in UTC; null for any number
--   demotes_items: items that many are unhappy with go down in lists
CREATE TABLE feedback_settings (
  tenant_id              text    PRIMARY KEY REFERENCES tenants ON DELETE CASCADE,
  goodwill_name          text    NOT NULL DEFAULT 'Our apologies' CHECK (length(goodwill_name) BETWEEN 1 AND 1024),
  goodwill_discount_kind text    CHECK (goodwill_discount_kind IN ('percent', 'amount')),
  goodwill_discount      numeric(12,2)
    CHECK (goodwill_discount > 0 AND (goodwill_discount_kind <> 'percent' OR goodwill_discount <= 100)),
  goodwill_valid_days    integer NOT NULL DEFAULT 30 CHECK (goodwill_valid_days BETWEEN 1 AND 3650),
  max_coupons_per_user   integer NOT NULL DEFAULT 3 CHECK (max_coupons_per_user BETWEEN 0 AND 1000),
  max_coupons_days       integer NOT NULL DEFAULT 30 CHECK (max_coupons_days BETWEEN 1 AND 365),
  max_coupons_per_day    integer CHECK (max_coupons_per_day >= 0),
  demotes_items          boolean NOT NULL DEFAULT true,
  change_number          bigint  NOT NULL DEFAULT 0,
  CHECK ((goodwill_discount_kind IS NULL) = (goodwill_discount IS NULL))
);

CREATE TRIGGER feedback_settings_change BEFORE INSERT OR UPDATE ON feedback_settings
  FOR EACH ROW EXECUTE FUNCTION stamp_change_number();
