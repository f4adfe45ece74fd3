package makegood.departments;

import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;

/**
 * A locked task as the official clients read it. Its variables are the request's fields, for this answer only: they
 * stand in no table of the engine.
 */
final class WorkerTask {
    private WorkerTask() {}

    static Map<String, Object> of(LockedExternalTask task, DepartmentCall call) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", task.getId());
        shown.put("topicName", task.getTopicName());
        shown.put("workerId", task.getWorkerId());
        shown.put("lockExpirationTime", at(task.getLockExpirationTime()));
        shown.put("createTime", at(task.getCreateTime()));
        shown.put("activityId", task.getActivityId());
        shown.put("activityInstanceId", task.getActivityInstanceId());
        shown.put("executionId", task.getExecutionId());
        shown.put("processInstanceId", task.getProcessInstanceId());
        shown.put("processDefinitionId", task.getProcessDefinitionId());
        shown.put("processDefinitionKey", task.getProcessDefinitionKey());
        shown.put("tenantId", task.getTenantId());
        shown.put("businessKey", task.getBusinessKey());
        shown.put("retries", task.getRetries());
        shown.put("errorMessage", task.getErrorMessage());
        shown.put("priority", task.getPriority());
        shown.put("suspended", false);
        shown.put("variables", variables(call));
        return shown;
    }

    private static Map<String, Object> variables(DepartmentCall call) {
        var variables = new LinkedHashMap<String, Object>();
        call.payload().forEach((name, value) -> variables.put(name, typed(value)));
        variables.put("requestId", typed(call.requestId()));
        variables.put("idempotencyKey", typed(call.idempotencyKey()));
        variables.put("store", typed(call.store()));
        variables.put("caseNumber", typed(call.caseNumber()));
        return variables;
    }

    private static Map<String, Object> typed(Object value) {
        var typed = new LinkedHashMap<String, Object>();
        boolean json =
                !(value == null || value instanceof String || value instanceof Boolean || value instanceof Number);
        typed.put("type", json ? "Json" : type(value));
        typed.put("value", json ? Json.text(value) : value);
        typed.put("valueInfo", Map.of());
        return typed;
    }

    private static String type(Object value) {
        if (value == null) {
            return "Null";
        }
        return value instanceof String ? "String" : value instanceof Boolean ? "Boolean" : "Long";
    }

    /** As the engine's REST writes it. */
    private static String at(Date time) {
        return time == null ? null : new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZ").format(time);
    }
}
