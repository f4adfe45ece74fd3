package makegood.decisions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceClocksTests {
    private static final String NEUTRAL = "stage=DEFAULT, channel=MARKETPLACE, priority=P3";
    private static final String ROWS = """
            SC-01 | stage=FIRST_RESPONSE, channel=CHAT, priority=P1   | limitMin=2, calendar=CHAT, onLimit=WARN_OWNER, repeatMin=0
            SC-02 | stage=NEXT_RESPONSE, channel=CHAT                 | limitMin=5, calendar=CHAT, onLimit=WARN_OWNER, repeatMin=0
            SC-03 | stage=UNANSWERED_1, channel=CHAT                  | limitMin=30, calendar=CHAT, onLimit=REASSIGN_TEAM, repeatMin=0
            SC-04 | stage=UNANSWERED_2, channel=CHAT                  | limitMin=120, calendar=CHAT, onLimit=ESCALATE_LEAD, repeatMin=120
            SC-05 | stage=FIRST_RESPONSE, channel=PHONE, priority=P1  | limitMin=1, calendar=DESK, onLimit=CALL_BACK_TASK, repeatMin=0
            SC-06 | stage=FIRST_RESPONSE, priority=P1                 | limitMin=30, calendar=ALWAYS, onLimit=ESCALATE_LEAD, repeatMin=0
            SC-07 | stage=FIRST_RESPONSE                              | limitMin=240, calendar=DESK, onLimit=ESCALATE_LEAD, repeatMin=0
            SC-08 | stage=ORDER_REMARK                                | limitMin=20, calendar=DESK, onLimit=WARN_OWNER, repeatMin=0
            SC-09 | stage=TRIAGE, priority=P1                         | limitMin=15, calendar=ALWAYS, onLimit=ESCALATE_LEAD, repeatMin=0
            SC-10 | stage=TRIAGE                                      | limitMin=120, calendar=DESK, onLimit=ESCALATE_LEAD, repeatMin=0
            SC-11 | stage=REVIEW_REQUEST, priority=P2                 | limitMin=120, calendar=DESK, onLimit=ESCALATE_LEAD, repeatMin=0
            SC-12 | stage=REVIEW_REQUEST                              | limitMin=480, calendar=DESK, onLimit=ESCALATE_LEAD, repeatMin=0
            SC-13 | stage=CUSTOMER_EVIDENCE                           | limitMin=2880, calendar=ALWAYS, onLimit=DECIDE_ON_FILE, repeatMin=0
            SC-14 | stage=CUSTOMER_SHIP_BACK                          | limitMin=10080, calendar=ALWAYS, onLimit=CLOSE_NOT_RETURNED, repeatMin=0
            SC-15 | stage=INSPECT                                     | limitMin=960, calendar=WAREHOUSE, onLimit=ESCALATE_LEAD, repeatMin=0
            SC-16 | stage=APPROVAL                                    | limitMin=240, calendar=DESK, onLimit=NEXT_APPROVER, repeatMin=0
            SC-17 | stage=REFUND_EXECUTE                              | limitMin=480, calendar=FINANCE, onLimit=ESCALATE_MANAGER, repeatMin=0
            SC-18 | stage=REFUND_PROMISE                              | limitMin=4320, calendar=ALWAYS, onLimit=TELL_CUSTOMER, repeatMin=0
            SC-19 | stage=REFUND_LEGAL                                | limitMin=10080, calendar=ALWAYS, onLimit=ESCALATE_MANAGER, repeatMin=0
            SC-20 | stage=CARRIER_QUERY                               | limitMin=1440, calendar=ALWAYS, onLimit=ASK_AGAIN, repeatMin=0
            SC-21 | stage=CARRIER_CLAIM                               | limitMin=10080, calendar=ALWAYS, onLimit=POSTAL_COMPLAINT, repeatMin=0
            SC-22 | stage=REVIEW_CONTACT                              | limitMin=240, calendar=DESK, onLimit=ESCALATE_LEAD, repeatMin=0
            SC-23 | stage=DEPARTMENT_ANSWER, priority=P1              | limitMin=240, calendar=DESK, onLimit=ESCALATE_MANAGER, repeatMin=0
            SC-24 | stage=DEPARTMENT_ANSWER                           | limitMin=960, calendar=DESK, onLimit=ESCALATE_LEAD, repeatMin=0
            SC-25 | stage=COMPLAINT_PROPOSAL                          | limitMin=1440, calendar=DESK, onLimit=ESCALATE_MANAGER, repeatMin=0
            SC-26 | stage=EVIDENCE_PACK                               | limitMin=720, calendar=ALWAYS, onLimit=ESCALATE_MANAGER, repeatMin=0
            SC-27 | stage=HANDOVER_ACCEPT                             | limitMin=15, calendar=ALWAYS, onLimit=LEAD_TAKES, repeatMin=0
            SC-99 | stage=DEFAULT                                     | limitMin=480, calendar=DESK, onLimit=ESCALATE_LEAD, repeatMin=0
            """;

    private final Table clocks = new Table("service-clocks", "service-clocks");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void decides(String rule, String facts, String outputs) {
        clocks.expect(rule, NEUTRAL, facts, outputs);
    }

    @Test
    void everyRuleHasARow() {
        clocks.expectARowForEveryRule(ROWS);
    }
}
